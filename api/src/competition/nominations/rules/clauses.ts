import { load, type Context } from '../../../core/context.ts';
import type { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { NominationClauseRow } from './clause.entity.ts';
import { NominationClause } from '../nomination.types.ts';
import { NominationRule } from './rules.ts';

/** Every rule of nominations in the words of a competition, or else in ours; of many competitions in one statement. */
export async function clausesOf(context: Context, competitionId: string): Promise<NominationClause[]> {
  const own = await load<NominationClauseRow[]>(
    context,
    'competition.nominationClauses',
    competitionId,
    async (ids) => {
      const rows = await context.em.find(NominationClauseRow, { competition: { $in: [...ids] } });
      return Map.groupBy(rows, ({ competition }) => competition.id);
    },
    [],
  );
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
