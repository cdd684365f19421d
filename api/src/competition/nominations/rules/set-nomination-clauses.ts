import { nominationClausesInput } from '@laurel/schema/nominations';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { assertOrganizer, holdCompetition } from '../../competitions/index.ts';
import { SetNominationClausesSuccess, type SetNominationClausesInput } from '../nomination.types.ts';
import { NominationClauseRow } from './clause.entity.ts';
import { NominationRule } from './rules.ts';

/** Words the rules of nominations as the regulations of the competition do. Organizers only. */
export async function setNominationClauses(
  context: Context,
  { competitionId, clauses }: SetNominationClausesInput,
): Promise<SetNominationClausesSuccess | InvalidInputError> {
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, nominationClausesInput, { clauses });
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    const competition = await holdCompetition(context, em, competitionId);
    await em.nativeDelete(NominationClauseRow, { competition });
    for (const { rule, text } of parsed.clauses) {
      em.create(NominationClauseRow, { competition, rule: NominationRule[rule], text: LocalizedText.of(text) });
    }
    recordAct(context, em, 'setNominationClauses', { type: 'Competition', id: competitionId }, parsed);
    return make(SetNominationClausesSuccess, { competition });
  });
}
