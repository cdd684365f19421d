import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { categoriesOf, type Competition, type StageKind } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { agreement, alarms } from '../methods/index.ts';
import { stageAsked } from '../ranking.queries.ts';
import { scoresOf } from '../scores/score-book.ts';
import { AgreementView, JudgeSeverity, SecondLook } from './explain.types.ts';

const mostLooks = 100;

/** How far the judges of a stage agree, pool by pool. */
export async function agreementOf(
  context: Context,
  competition: Competition,
  kind: StageKind | null,
): Promise<AgreementView[]> {
  const stage = await stageAsked(context, competition.id, kind);
  if (!stage) return [];
  const judged = { id: stage.id, competitionId: competition.id, kind: stage.kind };
  const { marks, pools } = await scoresOf(context.em, judged);
  const categories = new Map((await categoriesOf(context, competition.id)).map((category) => [category.id, category]));
  const codeOf = (judge: string) => marks.judgeCodes.get(judge) ?? '';
  const found = pools.map(({ categoryId, pool }) => ({
    categoryId,
    ...agreement(pool),
    looks: alarms(pool, marks.declared.alarmRange).slice(0, mostLooks),
  }));
  const ids = found.flatMap(({ looks }) => looks.map(({ entry }) => entry));
  const entries = new Map((await context.em.find(Entry, { id: { $in: ids } })).map((entry) => [entry.id, entry]));
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
