import { LockMode } from '@mikro-orm/core';
import { decisionInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { invalidField, parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { Competition, assertOrganizer } from '../../competitions/index.ts';
import { Entry } from '../../entries/index.ts';
import { DecidedEntry, DecideEntriesSuccess, type DecideEntriesInput } from '../eligibility.types.ts';
import { reviewRuleOf } from '../review-rule.ts';
import { decide } from './decide.ts';
import { rulingOf } from './ruling.ts';

/** The most that one bulk decision takes. */
export const mostAtOnce = 200;

/** Gives many entries the same verdict in one transaction; each result says why an entry was not decided on. */
export async function decideEntries(
  context: Context,
  input: DecideEntriesInput,
): Promise<DecideEntriesSuccess | InvalidInputError> {
  assertSignedIn(context);
  const ids = [...new Set(input.entryIds)];
  if (![input.competitionId, ...ids].every(isId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const competition = await em.findOne(Competition, { id: input.competitionId });
    if (!competition) throw notFound(context);
    await assertOrganizer(inside, competition.id);
    const parsed = parseInput(context, decisionInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    if (ids.length === 0 || ids.length > mostAtOnce) return invalidField(context, 'entryIds');
    const rule = await reviewRuleOf(em, competition.id);
    const { correctionUntil } = input;
    const ruling = rulingOf(context, competition, rule, { ...parsed, correctionUntil, isSettling: false });
    if (ruling instanceof InvalidInputError) return ruling;
    // In one order for everybody, so that two who decide on the same entries wait for each other in turn.
    const entries = await em.find(
      Entry,
      { id: { $in: ids }, competition },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    if (entries.length < ids.length) throw notFound(context);
    const refusals = await decide(context, inside, em, competition, rule, entries, ruling);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return make(DecideEntriesSuccess, {
      results: ids.flatMap((id) => {
        const entry = byId.get(id);
        return entry ? [make(DecidedEntry, { entry, problem: refusals.get(id)?.message ?? null })] : [];
      }),
    });
  });
}
