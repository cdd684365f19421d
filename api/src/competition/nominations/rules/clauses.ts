import { rowsBy } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import type { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { NominationClause } from '../nomination.types.ts';
import { NominationClauseRow } from './clause.entity.ts';
import { NominationRule } from './rules.ts';

const ownClausesOf = rowsBy(NominationClauseRow, 'competition');

/** Every rule of nominations in the words of a competition, or else in ours; of many competitions in one statement. */
export async function clausesOf(context: Context, competitionId: string): Promise<NominationClause[]> {
  const own = await ownClausesOf(context, competitionId);
  const texts = new Map<NominationRule, LocalizedText>(own.map(({ rule, text }) => [rule, text]));
  return Object.values(NominationRule).map((rule) => {
    const ownText = texts.get(rule) ?? null;
    return make(NominationClause, {
      rule,
      ownText,
      text: ownText?.in(context.locale) ?? message(context.locale, `nomination.clause.${rule}`),
    });
  });
}
