import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { assertOrganizer, judgingKinds, Stage } from '../../../competition/competitions/index.ts';
import { Entry, EntryStatus } from '../../../competition/entries/index.ts';
import { Anchor } from './anchor.entity.ts';
import { AnchorsFrozenError, SetAnchorsSuccess, TooManyAnchorsError, type SetAnchorsInput } from '../panel.types.ts';

const mostAnchors = 5;

/**
 * Says which entries every judge of a stage marks first, in place of those said before. Until the stage opens; the next
 * assignment gives them to all. Organizers only.
 */
export async function setAnchors(
  context: Context,
  { stageId, entryIds }: SetAnchorsInput,
): Promise<SetAnchorsSuccess | AnchorsFrozenError | TooManyAnchorsError> {
  assertSignedIn(context);
  if (!isId(stageId) || !entryIds.every(isId)) throw notFound(context);
  const found = await context.em.findOne(Stage, { id: stageId, kind: { $in: [...judgingKinds] } });
  if (!found) throw notFound(context);
  await assertOrganizer(context, found.competition.id);
  const wanted = [...new Set(entryIds)];
  if (wanted.length > mostAnchors) {
    return make(TooManyAnchorsError, {
      message: message(context.locale, 'judging.tooManyAnchors', { most: mostAnchors }),
      most: mostAnchors,
    });
  }
  return await unitOfWork(context, async (em) => {
    await em.execute('select id from stages where id = ? for no key update', [stageId]);
    const stage = await em.findOneOrFail(Stage, { id: stageId }, { refresh: true });
    if (statusAt(stage, context.clock.now()) !== StageStatus.UPCOMING) {
      return make(AnchorsFrozenError, { message: message(context.locale, 'scoringRule.frozen') });
    }
    const entries = await em.find(Entry, {
      id: { $in: wanted },
      competition: stage.competition.id,
      status: EntryStatus.ACCEPTED,
    });
    if (entries.length !== wanted.length) throw notFound(context);
    await em.nativeDelete(Anchor, { stage: stageId });
    for (const entry of entries) em.create(Anchor, { stage, entry });
    recordAct(context, em, 'setAnchors', { type: 'Stage', id: stageId }, { entryIds: wanted });
    return make(SetAnchorsSuccess, { stage });
  });
}
