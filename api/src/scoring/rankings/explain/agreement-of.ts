import type { Context } from '../../../core/context.ts';
import { findById } from '../../../core/load-rows.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { categoriesOf, type Competition, type StageKind } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { agreement, alarms } from '../methods/index.ts';
import { scoresAsked } from '../ranking.queries.ts';
import { AgreementView, JudgeSeverity, SecondLook } from './explain.types.ts';

const mostLooks = 100;

/** How far the judges of a stage agree, pool by pool. */
export async function agreementOf(
  context: Context,
  competition: Competition,
  kind: StageKind | null,
): Promise<AgreementView[]> {
  const asked = await scoresAsked(context, competition.id, kind);
  if (!asked) return [];
  const { marks, pools } = asked.scores;
  const categories = new Map((await categoriesOf(context, competition.id)).map((category) => [category.id, category]));
  const codeOf = (judge: string) => marks.judgeCodes.get(judge) ?? '';
  const found = pools.map(({ categoryId, pool }) => ({
    categoryId,
    ...agreement(pool),
    looks: alarms(pool, marks.declared.alarmRange).slice(0, mostLooks),
  }));
  const ids = found.flatMap(({ looks }) => looks.map(({ entry }) => entry));
  const entries = await findById(context, Entry, ids);
  return found.map(({ categoryId, kendallW, icc, judges, looks }) =>
    make(AgreementView, {
      category: (categoryId && categories.get(categoryId)) || null,
      kendallW,
      icc,
      judges: judges.map(({ judge, ...rest }) =>
        make(JudgeSeverity, { judgeId: judge, judgeCode: codeOf(judge), ...rest }),
      ),
      secondLooks: looks.flatMap(({ entry: id, range, judge }) => {
        const entry = entries.get(id);
        return entry ? [make(SecondLook, { entry, range, judgeCode: judge === null ? null : codeOf(judge) })] : [];
      }),
    }),
  );
}
