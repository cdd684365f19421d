import type { EntityManager } from '@mikro-orm/postgresql';
import {
  findRubrics,
  RankScope,
  rubricFor,
  ScoringRule as DeclaredRule,
  StageKind,
  type MarkedBy,
} from '../../../competition/competitions/index.ts';
import { talliesOf } from '../../voting/index.ts';
import type { Pool, PoolEntry, PoolSheet, ScoringRule, TieStep } from '../methods/index.ts';

/** An entry of a judging stage, with how far its judging has come. */
export interface JudgedEntry {
  id: string;
  number: number;
  key: string | null;
  categoryId: string;
  /** Counted votes; 0 where the rule does not ask for them. */
  votes: number;
  sheetsAssigned: number;
  sheetsSubmitted: number;
}

/** Everything that makes the ranking of one judging stage, as it stood at one moment. */
export interface StageMarks {
  stage: JudgedStage;
  declared: DeclaredRule;
  rule: ScoringRule;
  entries: ReadonlyMap<string, JudgedEntry>;
  rubrics: readonly MarkedBy[];
  /** By category, or one for all: the entries that are compared with one another. */
  pools: readonly { categoryId: string | null; pool: Pool }[];
  /** Codes of the judges whose sheets are in the pools, by id. */
  judgeCodes: ReadonlyMap<string, string>;
}

export interface JudgedStage {
  id: string;
  competitionId: string;
  kind: StageKind;
}

interface EntryRow {
  id: string;
  number: number;
  key: string | null;
  category_id: string;
  assigned: number;
  submitted: number;
}

interface SheetRow {
  entry_id: string;
  judge_id: string;
  code: string;
  rubric_id: string;
  /** `ordinal:mark`, with a space between, in no order. */
  marks: string;
}

/** The rule in the terms of the arithmetic. */
const ruleOf = (declared: Omit<DeclaredRule, 'stage' | 'version' | 'declaredAt' | symbol>): ScoringRule => ({
  method: declared.method,
  level: declared.level,
  scale: declared.scale,
  dropHighest: declared.dropHighest,
  dropLowest: declared.dropLowest,
  criterionPlaces: declared.criterionPlaces ?? null,
  factoredPlaces: declared.factoredPlaces ?? null,
  totalPlaces: declared.totalPlaces,
  quorum: declared.quorum,
  ties: declared.ties.map((step) =>
    step.startsWith('CRITERION:')
      ? { kind: 'CRITERION', key: step.slice('CRITERION:'.length) }
      : ({ kind: step } as TieStep),
  ),
  lotSeed: declared.lotSeed,
});

/**
 * The submitted sheets of a judging stage that count, in a few statements however many there are. The review judges
 * all accepted entries, the stages after it the shortlisted ones.
 */
export async function readMarks(em: EntityManager, stage: JudgedStage): Promise<StageMarks> {
  const declared = await em.findOneOrFail(DeclaredRule, { stage: stage.id });
  const rubrics = await findRubrics(em, stage.competitionId);
  const rows = await em.execute<EntryRow[]>(
    `select e.id, e.number, e.key, e.category_id, coalesce(w.assigned, 0) as assigned, coalesce(w.submitted, 0) as submitted
     from entries e left join (
       select a.entry_id, count(*)::int as assigned, count(a.submitted_at)::int as submitted
       from assignments a join judges j on j.id = a.judge_id
       where a.stage_id = ? and a.released_at is null and j.counts group by 1) w on w.entry_id = e.id
     where e.competition_id = ? and e.status = 'ACCEPTED'
       ${stage.kind === StageKind.REVIEW ? '' : 'and e.shortlisted_at is not null'}
     order by e.number`,
    [stage.id, stage.competitionId],
  );
  // A sheet is one short text, such as "0:7.5 1:8 2:9.25": arrays and ids for each mark would take ten times as long.
  const sheets = await em.execute<SheetRow[]>(
    `select a.entry_id, a.judge_id, j.code, k.rubric_id, string_agg(k.ordinal || ':' || m.value, ' ') as marks
     from assignments a join judges j on j.id = a.judge_id
     join marks m on m.assignment_id = a.id join criteria k on k.id = m.criterion_id
     where a.stage_id = ? and a.submitted_at is not null and a.released_at is null and j.counts
     group by a.id, j.code, k.rubric_id`,
    [stage.id],
  );
  const votes = declared.ties.includes('VOTES') ? await talliesOf(em, stage.competitionId) : new Map<string, number>();
  const entries = new Map(
    rows.map(({ id, number, key, category_id: categoryId, assigned, submitted }) => [
      id,
      { id, number, key, categoryId, votes: votes.get(id) ?? 0, sheetsAssigned: assigned, sheetsSubmitted: submitted },
    ]),
  );
  return {
    stage,
    declared,
    rule: ruleOf(declared),
    entries,
    rubrics,
    pools: poolsOf(stage.id, declared.scope, [...entries.values()], rubrics, sheets),
    judgeCodes: new Map(sheets.map((sheet) => [sheet.judge_id, sheet.code])),
  };
}

/** Sorts the sheets into the pools in which entries are compared. */
function poolsOf(
  stageId: string,
  scope: RankScope,
  entries: readonly JudgedEntry[],
  rubrics: readonly MarkedBy[],
  sheets: readonly SheetRow[],
): StageMarks['pools'] {
  const criteria = rubrics.map((rubric) =>
    rubric.criteria.map(({ id, key, weight, minimum, maximum }) => ({ id, key, weight, minimum, maximum })),
  );
  const slots = rubrics.map(
    ({ criteria: list }) => new Map(list.map(({ ordinal }, index) => [String(ordinal), index])),
  );
  const made = new Map<string | null, { entries: PoolEntry[]; sheets: PoolSheet[] }>();
  const placeOf = new Map<string, { categoryId: string | null; rubric: number }>();
  const rubricOf = new Map<string, number>();
  for (const { id, number, categoryId, votes } of entries) {
    let rubric = rubricOf.get(categoryId);
    if (rubric === undefined) {
      const found = rubricFor(rubrics, stageId, categoryId);
      rubric = found ? rubrics.indexOf(found) : -1;
      rubricOf.set(categoryId, rubric);
    }
    if (rubric < 0) continue;
    const group = scope === RankScope.CATEGORY ? categoryId : null;
    const pool = made.get(group) ?? { entries: [], sheets: [] };
    made.set(group, pool);
    pool.entries.push({ id, rubric, lotKey: String(number), votes });
    placeOf.set(id, { categoryId: group, rubric });
  }
  for (const { entry_id: entry, judge_id: judge, rubric_id: rubricId, marks } of sheets) {
    const place = placeOf.get(entry);
    const slot = place && slots[place.rubric];
    if (!slot || rubrics[place.rubric]?.rubric.id !== rubricId) continue;
    const values = Array.from({ length: slot.size }, (): string | null => null);
    for (const mark of marks.split(' ')) {
      const colon = mark.indexOf(':');
      const at = slot.get(mark.slice(0, colon));
      if (at !== undefined) values[at] = mark.slice(colon + 1);
    }
    made.get(place.categoryId)?.sheets.push({ judge, entry, marks: values });
  }
  return [...made].map(([categoryId, pool]) => ({ categoryId, pool: { rubrics: criteria, ...pool } }));
}
