import { holdVotesInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { assertOrganizer } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { beforePublication } from './before-publication.ts';
import {
  HoldVotesSuccess,
  NothingToHoldError,
  type HoldVotesInput,
  type ResultsPublishedError,
} from '../case.types.ts';
import { VoteDetector } from '../detectors/index.ts';
import { forgetFigures } from '../figures-cache.ts';
import { holdVotes, type VoteKey } from './move-votes.ts';
import { retrying } from './retrying.ts';
import { CaseState, VoteCase } from '../vote-case.entity.ts';

type Outcome = HoldVotesSuccess | NothingToHoldError | ResultsPublishedError | InvalidInputError;

/** Sets the votes of a span of time aside by hand, with a reason for the others who decide. Organizers only. */
export async function holdVotesByHand(context: Context, input: HoldVotesInput): Promise<Outcome> {
  const { locale, clock, viewer } = context;
  if (!isId(input.entryId)) throw notFound(context);
  const entry = await context.em.fork().findOne(Entry, { id: input.entryId });
  if (!entry) throw notFound(context);
  const competitionId = entry.competition.id;
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, holdVotesInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  const outcome = await retrying(() =>
    unitOfWork(context, async (em): Promise<Outcome> => {
      const published = await beforePublication(context, em, competitionId);
      if (published) return published;
      const keys = await em.execute<VoteKey[]>(
        `select bucket, voter_id as "voterId", key, ordinal from votes
       where entry_id = ? and competition_id = ? and cast_at >= ? and cast_at < ?
         and state = 'COUNTED' and retracted_at is null and case_id is null`,
        [entry.id, competitionId, input.from, input.to],
      );
      const held = em.create(VoteCase, {
        competition: entry.competition,
        entry: em.getReference(Entry, entry.id),
        detector: VoteDetector.ORGANIZER,
        evidence: { from: input.from.toISOString(), to: input.to.toISOString(), reason: parsed.reason },
        votes: 0,
        openedAt: clock.now(),
        openedBy: viewer?.id ?? null,
        state: CaseState.OPEN,
      });
      await em.flush();
      held.votes = await holdVotes(em, held.id, keys);
      if (held.votes === 0) {
        // It was seen by nobody: it goes in the transaction that made it.
        await em.remove(held).flush();
        return make(NothingToHoldError, { message: message(locale, 'integrity.nothingToHold') });
      }
      recordAct(context, em, 'holdVotes', { type: 'VoteCase', id: held.id }, { entryId: entry.id, votes: held.votes });
      return make(HoldVotesSuccess, { case: held });
    }),
  );
  forgetFigures(competitionId);
  return outcome;
}
