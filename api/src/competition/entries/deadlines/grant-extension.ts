import { grantExtensionInput } from '@laurel/schema/setup';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput, fieldProblem } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { instantInWords, type MessageKey } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { instantOf } from '@laurel/schema/wall-clock';
import { User } from '../../../platform/identity/index.ts';
import { MessageKind } from '../../../platform/messages/index.ts';
import { canSeeOrganization, Organization } from '../../../people/organizations/index.ts';
import {
  type Competition,
  holdStage,
  StageKind,
  type Stage,
  holdCompetition,
  assertOrganizer,
} from '../../competitions/index.ts';
import { Extension } from './extension.entity.ts';
import { notifyOfExtension } from './notify-of-extension.ts';
import { ExtensionRefusedError, GrantExtensionSuccess, type GrantExtensionInput } from './extension.types.ts';

const year = 366 * 86_400_000;

/**
 * Lets one organization hand in later. The number of extensions is public; the organization learns the reason. A longer
 * extension replaces the one before. Organizers only.
 */
export async function grantExtension(
  context: Context,
  { competitionId, organizationId, ...given }: GrantExtensionInput,
): Promise<GrantExtensionSuccess | ExtensionRefusedError | InvalidInputError> {
  await assertOrganizer(context, competitionId);
  if (!isId(organizationId)) throw notFound(context);
  const parsed = parseInput(context, grantExtensionInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em, inside) => {
    const competition = await holdCompetition(context, em, competitionId);
    const organization = await em.findOne(Organization, { id: organizationId });
    if (!organization || !(await canSeeOrganization(inside, organization))) throw notFound(context);
    const until = readUntil(context, competition, parsed.until);
    if (until instanceof InvalidInputError) return until;
    const stage = await holdStage(em, competitionId, StageKind.SUBMISSION);
    const now = context.clock.now();
    const live = await em.findOne(Extension, { competition, organization, revokedAt: null }, { refresh: true });
    const why = whyNotGranted({ competition, stage, until, now, live });
    if (why) {
      const inWords = (instant: Date) => instantInWords(context.locale, instant, competition.timeZone);
      const values = { deadline: stage && inWords(stage.closesAt), until: live && inWords(live.until) };
      return userError(context, ExtensionRefusedError, `extension.${why}` as MessageKey, {}, values);
    }
    const by = context.viewer && em.getReference(User, context.viewer.id);
    if (live) {
      em.assign(live, { revokedAt: now, revokedBy: by, revocationReason: '' });
      // Before the new one: there is one at a time.
      await em.flush();
    }
    const { reason } = parsed;
    const values = { competition, organization, until, reason, grantedBy: by, grantedAt: now };
    const extension = em.create(Extension, values);
    await notifyOfExtension(context, em, extension, { kind: MessageKind.EXTENSION_GRANTED, reason, until });
    const what = { organizationId, until, reason, instead: live?.until ?? null };
    recordAct(context, em, 'grantExtension', { type: 'Competition', id: competitionId }, what);
    return make(GrantExtensionSuccess, { extension, competition });
  });
}

function readUntil(context: Context, { timeZone }: Competition, local: string): Date | InvalidInputError {
  const { instant, isShown } = instantOf(local, timeZone);
  if (isShown !== 'SKIPPED') return instant;
  const values = { day: local.slice(0, 10), time: local.slice(11), timeZone };
  return fieldProblem(context, 'until', 'extension.skipped', values);
}

/** Why an extension cannot be given; null where it can. */
function whyNotGranted({
  competition,
  stage,
  until,
  now,
  live,
}: {
  competition: Pick<Competition, 'openedAt' | 'resultsPublishedAt'>;
  stage: Pick<Stage, 'closesAt'> | null;
  until: Date;
  now: Date;
  live: Pick<Extension, 'until'> | null;
}): 'noStage' | 'notOpen' | 'published' | 'notLater' | 'past' | 'tooFar' | 'shortens' | null {
  if (!stage) return 'noStage';
  if (!competition.openedAt) return 'notOpen';
  if (competition.resultsPublishedAt) return 'published';
  if (until <= stage.closesAt) return 'notLater';
  if (until <= now) return 'past';
  if (until.getTime() > stage.closesAt.getTime() + year) return 'tooFar';
  return live && until <= live.until ? 'shortens' : null;
}
