import type { EntityManager } from '@mikro-orm/postgresql';
import { load, type Context } from '../../../core/context.ts';
import {
  type Competition,
  defaultSubmissionRule,
  findSubmissionRule,
  holdStage,
  stagesOf,
  StageKind,
  submissionRuleOf,
} from '../../competitions/index.ts';
import { Extension } from './extension.entity.ts';
import { timesOf, type WindowTimes } from './submission-window.ts';

/** The times of one organization in one competition; null where nothing can be handed in. */
export interface SubmissionTimes extends WindowTimes {
  closesAt: Date;
  extendedUntil: Date | null;
}

const timesFrom = (terms: Parameters<typeof timesOf>[0]): SubmissionTimes => ({
  ...timesOf(terms),
  closesAt: terms.closesAt,
  extendedUntil: terms.extendedUntil,
});

/**
 * The times, with stage and extension locked until the transaction ends, so that neither changes during a hand-in. While a
 * competition is being set up, its stages are plans.
 */
export async function holdTimes(
  em: EntityManager,
  competition: Competition,
  organizationId: string,
): Promise<SubmissionTimes | null> {
  const stage = await holdStage(em, competition.id, StageKind.SUBMISSION);
  if (!stage || !competition.openedAt) return null;
  const [extension] = await em.execute<{ until: Date | string }[]>(
    `select until from extensions where competition_id = ? and organization_id = ? and revoked_at is null for share`,
    [competition.id, organizationId],
  );
  const { opensAt, closesAt } = stage;
  const extendedUntil = extension ? new Date(extension.until) : null;
  return timesFrom({ ...(await findSubmissionRule(em, competition.id)), opensAt, closesAt, extendedUntil });
}

/** The same for reading; of many organizations and competitions at once. */
export async function timesFor(
  context: Context,
  competition: Competition,
  organizationId: string | null,
): Promise<SubmissionTimes | null> {
  if (!competition.openedAt) return null;
  const stage = (await stagesOf(context, competition.id)).find(({ kind }) => kind === StageKind.SUBMISSION);
  if (!stage) return null;
  const { opensAt, closesAt } = stage;
  const rule = await submissionRuleOf(context, competition.id);
  const extension = organizationId ? await extensionOf(context, competition.id, organizationId) : null;
  return timesFrom({ ...defaultSubmissionRule, ...rule, opensAt, closesAt, extendedUntil: extension?.until ?? null });
}

/** The extension that an organization has; of many at once. */
const extensionOf = async (
  context: Context,
  competitionId: string,
  organizationId: string,
): Promise<Extension | null> =>
  await load<Extension | null>(
    context,
    `competition.extension/${competitionId}`,
    organizationId,
    async (ids) => {
      const found = await context.em.find(Extension, {
        competition: competitionId,
        organization: { $in: [...ids] },
        revokedAt: null,
      });
      return new Map(found.map((extension) => [extension.organization.id, extension]));
    },
    null,
  );
