import Decimal from 'decimal.js';
import { StageKind, TermForm, type PublicForm } from '../../../competition/competitions/index.ts';
import { combine, type Term } from '../methods/index.ts';
import type { StageScores } from './score-stage.ts';

/** A stage's part in a result. */
interface ResultTerm {
  stageId: string;
  form: TermForm;
  /** In percent of the whole, two decimals. */
  weight: string;
  /** What it came to after its form: out of 100, or as scored where it is the only term. */
  value: string;
  /** What that adds to the result. */
  part: string;
}

export interface ResultRow {
  entryId: string;
  number: number;
  categoryId: string;
  rank: number | null;
  score: string | null;
  terms: readonly ResultTerm[];
}

export interface PublicVote {
  stageId: string;
  /** Share of the result, in percent; '0': none. */
  weight: string;
  form: PublicForm;
  votes: ReadonlyMap<string, number>;
}

const order = [StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL];

/**
 * The result of a competition from its judging stages and its public vote, by the declared weights: the judges have
 * what the public vote leaves of 100, shared among the judging stages by their weights. Who counts are the entries of
 * the last judging stage; equal results go by the rank in that stage, whose ladder decided there. A stage that counts
 * alone is the result as it is.
 */
export function combineStages(stages: readonly StageScores[], vote: PublicVote | null): ResultRow[] {
  const judged = stages.toSorted((a, b) => order.indexOf(a.marks.stage.kind) - order.indexOf(b.marks.stage.kind));
  const last = judged.at(-1);
  if (!last) return [];
  const weighted = judged.filter(({ marks }) => new Decimal(marks.declared.weight).gt(0));
  const counted = weighted.length > 0 ? weighted : [last];
  const publicWeight = new Decimal(vote?.weight ?? 0);
  if (counted.length === 1 && counted[0] === last && publicWeight.isZero()) return alone(last);
  const sum = counted.reduce((total, { marks }) => total.plus(weightOf(marks.declared.weight)), new Decimal(0));
  return last.pools.flatMap(({ categoryId }) => {
    const rows = last.rows.filter((row) => categoryId === null || row.categoryId === categoryId);
    const ids = rows.map((row) => row.id);
    // Multiplied out, so that no weight is ever a rounded fraction.
    const terms: Term[] = counted.map(({ marks, byEntry }) => ({
      key: marks.stage.id,
      weight: new Decimal(100).minus(publicWeight).times(weightOf(marks.declared.weight)).toFixed(),
      as: marks.declared.form,
      values: new Map(ids.map((id) => [id, byEntry.get(id)?.score ?? null])),
    }));
    if (vote && publicWeight.gt(0)) {
      terms.push({
        key: vote.stageId,
        weight: publicWeight.times(sum).toFixed(),
        as: vote.form,
        values: new Map(ids.map((id) => [id, String(vote.votes.get(id) ?? 0)])),
      });
    }
    return ranked(last, rows, combine(terms, last.marks.rule.totalPlaces), terms, sum.times(100));
  });
}

const weightOf = (weight: string) => (new Decimal(weight).isZero() ? new Decimal(1) : new Decimal(weight));

const alone = (stage: StageScores): ResultRow[] =>
  stage.rows.map(({ id: entryId, number, categoryId, rank, score }) => {
    const { marks } = stage;
    const sole = { stageId: marks.stage.id, form: TermForm.SCORE, weight: '100.00' };
    return {
      entryId,
      number,
      categoryId,
      rank,
      score,
      terms: score === null ? [] : [{ ...sole, value: score, part: score }],
    };
  });

function ranked(
  last: StageScores,
  rows: StageScores['rows'],
  combined: ReturnType<typeof combine>,
  terms: readonly Term[],
  whole: Decimal,
): ResultRow[] {
  const termOf = new Map(terms.map((term) => [term.key, term]));
  const results = new Map(combined.map((result) => [result.entry, result]));
  const made = rows.map((row) => {
    const result = results.get(row.id);
    return {
      stageRank: row.rank,
      entryId: row.id,
      number: row.number,
      categoryId: row.categoryId,
      score: result?.total ?? null,
      terms: (result?.terms ?? []).flatMap(({ key, value, part }): ResultTerm[] => {
        const term = termOf.get(key);
        if (!term || value === null || part === null) return [];
        const weight = new Decimal(term.weight).times(100).div(whole).toFixed(2, Decimal.ROUND_HALF_UP);
        return [{ stageId: key, form: term.as as TermForm, weight, value, part }];
      }),
    };
  });
  made.sort((a, b) => {
    if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null);
    return new Decimal(b.score).comparedTo(a.score) || (a.stageRank ?? Infinity) - (b.stageRank ?? Infinity);
  });
  let place = 0;
  return made.map(({ stageRank, ...row }, index) => {
    const before = made[index - 1];
    if (row.score !== before?.score || stageRank !== before?.stageRank) place = index + 1;
    return { ...row, rank: row.score === null ? null : place };
  });
}
