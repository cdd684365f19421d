import { CaseVerdict } from './vote-case.entity.ts';

/** Why a case was settled as it was. */
export enum CaseReason {
  AUTOMATED = 'AUTOMATED',
  COORDINATED = 'COORDINATED',
  BOUGHT = 'BOUGHT',
  FALSE_IDENTITY = 'FALSE_IDENTITY',
  DECLARED_RULE = 'DECLARED_RULE',
  HONEST_GROUP = 'HONEST_GROUP',
  NOTHING_FOUND = 'NOTHING_FOUND',
}

const restoring: ReadonlySet<CaseReason> = new Set([CaseReason.HONEST_GROUP, CaseReason.NOTHING_FOUND]);

/** Whether a reason can stand behind a verdict. */
export const goesWith = (reason: CaseReason, verdict: CaseVerdict): boolean =>
  restoring.has(reason) === (verdict === CaseVerdict.RESTORE);
