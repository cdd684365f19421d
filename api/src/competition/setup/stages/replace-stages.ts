import type { EntityManager } from '@mikro-orm/postgresql';
import { LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import {
  Criterion,
  defaultScoringRule,
  findScoringRules,
  judgingKinds,
  Rubric,
  ScoreRevision,
  ScoringRule,
  Stage,
  type Competition,
  type StageKind,
} from '../../competitions/index.ts';

interface StageValues {
  kind: StageKind;
  name: Bilingual;
  opensAt: Date;
  closesAt: Date;
}

/**
 * Gives a competition that is being set up these stages, in the order in which they open. One that goes takes its rules
 * and rubrics along, unless judges are seated for it: that stage comes back, and nothing is changed.
 */
export async function replaceStages(
  em: EntityManager,
  competition: Competition,
  wanted: readonly StageValues[],
  now: Date,
): Promise<Stage | null> {
  const before = await em.find(Stage, { competition });
  const gone = before.filter(({ kind }) => !wanted.some((one) => one.kind === kind));
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) {
    const [seated] = await em.execute<{ stage_id: string }[]>(
      'select stage_id from panels where stage_id = any(?::uuid[]) limit 1',
      [`{${ids.join(',')}}`],
    );
    if (seated) return gone.find(({ id }) => id === seated.stage_id) ?? null;
    await em.nativeDelete(Criterion, { rubric: { $in: await em.find(Rubric, { stage: { $in: ids } }) } });
    await em.nativeDelete(Rubric, { stage: { $in: ids } });
    await em.nativeDelete(ScoringRule, { stage: { $in: ids } });
    await em.nativeDelete(ScoreRevision, { stage: { $in: ids } });
    await em.nativeDelete(Stage, { id: { $in: ids } });
  }
  // Out of the way first: no two may hold one place at any moment.
  await em.execute('update stages set ordinal = -1 - ordinal where competition_id = ?', [competition.id]);
  const stages = await em.find(Stage, { competition }, { refresh: true });
  const inOrder = wanted.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  const kept = inOrder.map((values, ordinal) => {
    const { kind, name, opensAt, closesAt } = values;
    const found = stages.find((stage) => stage.kind === kind);
    const given = { ordinal, name: LocalizedText.of(name), opensAt, closesAt };
    if (!found) return em.create(Stage, { competition, kind, ...given });
    return em.assign(found, { ...given, revision: found.revision + 1 });
  });
  await em.flush();
  const judging = (list: readonly Stage[]) => list.filter(({ kind }) => judgingKinds.includes(kind));
  const isJudgedOtherwise = judging(gone).length > 0 || judging(kept).length > judging(before).length;
  if (isJudgedOtherwise) await weighLast(em, competition, judging(kept), now);
  return null;
}

/** Until somebody says otherwise, the last judging stage alone makes the result. */
async function weighLast(
  em: EntityManager,
  competition: Competition,
  stages: readonly Stage[],
  now: Date,
): Promise<void> {
  const rules = new Map((await findScoringRules(em, competition.id)).map((rule) => [rule.stage.id, rule]));
  for (const [index, stage] of stages.entries()) {
    const weight = index === stages.length - 1 ? '100' : '0';
    const rule = rules.get(stage.id);
    if (!rule) em.create(ScoringRule, { ...defaultScoringRule, weight, stage, declaredAt: now });
    else if (rule.version === 1 && [0, 100].includes(Number(rule.weight))) rule.weight = weight;
  }
}
