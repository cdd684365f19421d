import { LockMode } from '@mikro-orm/core';
import { makeContext, type Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Competition } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { beforePublication } from './before-publication.ts';
import type { Finding } from '../detectors/index.ts';
import { holdVotes, type VoteKey } from './move-votes.ts';
import { retrying } from './retrying.ts';
import { CaseState, VoteCase } from '../vote-case.entity.ts';

/**
 * Holds the votes of a finding, in the open case of that entry and detector or in a new one, and returns how many were
 * still there to be held. The machine's part ends here: it can hold, and nothing else.
 */
export async function holdFinding(
  context: Context,
  competitionId: string,
  { entryId, detector, evidence }: Finding,
  keys: readonly VoteKey[],
): Promise<number> {
  // The person who started the scan did not choose these votes.
  const machine = makeContext({ ...context, em: context.em, viewer: null });
  return await retrying(() =>
    unitOfWork(machine, async (em) => {
      if (await beforePublication(machine, em, competitionId)) return 0;
      const open = await em.findOne(
        VoteCase,
        { entry: entryId, detector, state: CaseState.OPEN, openedBy: null },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const held =
        open ??
        em.create(VoteCase, {
          competition: em.getReference(Competition, competitionId),
          entry: em.getReference(Entry, entryId),
          detector,
          evidence: {},
          votes: 0,
          openedAt: context.clock.now(),
          state: CaseState.OPEN,
        });
      await em.flush();
      const votes = await holdVotes(em, held.id, keys);
      if (votes === 0) {
        // None of the votes was left to hold, and a case without votes is not kept.
        if (!open) await em.remove(held).flush();
        return 0;
      }
      held.votes += votes;
      held.evidence = { ...evidence };
      recordAct(machine, em, 'holdVotes', { type: 'VoteCase', id: held.id }, { entryId, detector, votes });
      return votes;
    }),
  );
}
