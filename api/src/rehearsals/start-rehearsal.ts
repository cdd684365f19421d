import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../core/context.ts';
import { unitOfWork } from '../core/unit-of-work.ts';
import { make } from '../core/graphql/user-error.ts';
import { message } from '../core/messages.ts';
import { recordAct } from '../platform/audit/index.ts';
import {
  Competition,
  CompetitionOrganizer,
  Stage,
  StageKind,
  holdCompetition,
  assertOrganizer,
} from '../competition/competitions/index.ts';
import { startJob } from '../platform/jobs/index.ts';
import {
  copyCompetitionRow,
  copyParts,
  missingItems,
  type IncompleteCompetitionError,
} from '../competition/setup/index.ts';
import { fillRehearsal } from './fill-rehearsal.ts';
import { AlreadyRehearsingError, StartRehearsalSuccess, type StartRehearsalInput } from './rehearsal.types.ts';
import { openNow } from './open-now.ts';

type Outcome = StartRehearsalSuccess | AlreadyRehearsingError | IncompleteCompetitionError;

/**
 * Copies a competition, with its organizers, so that they can go through all of it before anybody else does. Its dates
 * may have passed; whatever else an opening requires has to be there. Organizers only.
 */
export async function startRehearsal(context: Context, { competitionId }: StartRehearsalInput): Promise<Outcome> {
  await assertOrganizer(context, competitionId);
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    const original = await holdCompetition(context, em, competitionId);
    // A rehearsal is not rehearsed; the answer is the existing one.
    const running = original.isRehearsal ? original : await em.findOne(Competition, { rehearsalOf: original });
    if (running) {
      const says = message(context.locale, 'rehearsal.running');
      return make(AlreadyRehearsingError, { message: says, rehearsal: running });
    }
    const incomplete = await missingItems(inside, original, ['future']);
    if (incomplete) return incomplete;
    const now = context.clock.now();
    const rehearsal = copyCompetitionRow(em, original, {
      slug: await freeSlug(em, original.slug),
      openedAt: now,
      createdAt: now,
      isRehearsal: true,
      rehearsalOf: ref(original),
    });
    await copyParts(em, original, rehearsal, {}, now);
    for (const { user } of await em.find(CompetitionOrganizer, { competition: original })) {
      em.create(CompetitionOrganizer, { competition: rehearsal, user });
    }
    await em.flush();
    openNow(await em.find(Stage, { competition: rehearsal }), StageKind.SUBMISSION, now);
    const job = await startJob(
      inside,
      em,
      fillRehearsal,
      { competitionId: rehearsal.id },
      { competitionId: rehearsal.id },
    );
    recordAct(context, em, 'startRehearsal', { type: 'Competition', id: original.id });
    return make(StartRehearsalSuccess, { rehearsal, job });
  });
}

async function freeSlug(em: EntityManager, slug: string): Promise<string> {
  const base = `${slug}-rehearsal`;
  const taken = await em.count(Competition, { slug: base });
  return taken === 0 ? base : `${base}-${crypto.randomUUID().slice(0, 8)}`;
}
