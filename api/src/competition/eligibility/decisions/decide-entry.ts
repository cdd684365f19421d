import { decisionInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { Competition, assertOrganizer } from '../../competitions/index.ts';
import { holdEntry } from '../../entries/index.ts';
import { DecideEntrySuccess, type DecideEntryInput } from '../eligibility.types.ts';
import { reviewRuleOf } from '../review-rule.ts';
import { decide, type Refusal } from './decide.ts';
import { rulingOf, unknownField } from './ruling.ts';

/**
 * Records one reviewer's verdict on the latest revision of an entry. Organizers only, and not on their own organization's.
 * As many as the competition asks for must agree to settle it; a return takes effect at once.
 */
export async function decideEntry(
  context: Context,
  input: DecideEntryInput,
): Promise<DecideEntrySuccess | Refusal | InvalidInputError> {
  return await unitOfWork(context, async (em, inside) => {
    const entry = await holdEntry(inside, em, input.entryId, ({ competition }) =>
      assertOrganizer(inside, competition.id),
    );
    const parsed = parseInput(context, decisionInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const competition = await em.findOneOrFail(Competition, { id: entry.competition.id });
    const rule = await reviewRuleOf(em, competition.id);
    const { correctionUntil, settles } = input;
    const ruling = rulingOf(context, competition, rule, { ...parsed, correctionUntil, isSettling: settles ?? false });
    if (ruling instanceof InvalidInputError) return ruling;
    const unknown = unknownField(context, entry, ruling.fields);
    if (unknown) return unknown;
    const refusals = await decide(context, inside, em, competition, rule, [entry], ruling);
    return refusals.get(entry.id) ?? make(DecideEntrySuccess, { entry });
  });
}
