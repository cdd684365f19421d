import type { RankingQuery } from '../../gql/Ranking';

export type RankingRow = NonNullable<NonNullable<RankingQuery['competition']>['ranking']>['edges'][number]['node'];

/** A row of any ranked list, as far as its changes go. */
export interface Ranked {
  entry: { id: string };
  rank: number | null;
  score: string | null;
  sheetsSubmitted?: number;
}

/** How a row has moved since it was last looked at. */
export interface Change {
  /** Places gained; negative for places lost, 0 where only the score moved. */
  places: number;
  at: number;
}
export type Changes = ReadonlyMap<string, Change>;

/** A change stays marked for a minute: long enough to look up, short enough to mean "now". */
const freshFor = 60_000;

export function markChanges(
  before: readonly Ranked[],
  after: readonly Ranked[],
  earlier: Changes,
  now: number,
): Changes {
  const known = new Map(before.map((row) => [row.entry.id, row]));
  const changes = new Map([...earlier].filter(([, { at }]) => now - at < freshFor));
  for (const { entry, rank, score, sheetsSubmitted } of after) {
    const old = known.get(entry.id);
    if (!old) continue;
    const places = rank !== null && old.rank !== null ? old.rank - rank : 0;
    // A rank that others caused, or a new sheet that moved the score, or a first score.
    if (places !== 0 || score !== old.score || sheetsSubmitted !== old.sheetsSubmitted) {
      changes.set(entry.id, { places, at: now });
    }
  }
  return changes;
}

export interface Criterion {
  key: string;
  name: string;
  weight: string;
  maximum: string;
}

/** The criteria that some rows were marked by, which may differ from category to category, each key once. */
export function criteriaOf(rows: readonly RankingRow[], fallback: readonly Criterion[]): Criterion[] {
  const found = new Map<string, Criterion>();
  for (const { criterionScores } of rows) {
    for (const { criterion } of criterionScores) if (!found.has(criterion.key)) found.set(criterion.key, criterion);
  }
  return found.size > 0 ? [...found.values()] : [...fallback];
}

const scoreOn = (row: RankingRow, { key }: Criterion) =>
  row.criterionScores.find(({ criterion }) => criterion.key === key);

export const panelScoreOf = (row: RankingRow, criterion: Criterion): string | undefined =>
  scoreOn(row, criterion)?.panelScore;

/** A score in a column: as it is, but where it was not rounded at all. The worksheet has every decimal. */
export const shortened = (score: string): string =>
  (score.split('.')[1]?.length ?? 0) > 3 ? Number(score).toFixed(3) : score;

/** How many points each criterion brings an entry, as far as it can be told. For drawing, not for ranking. */
export function contributions(row: RankingRow, criteria: readonly Criterion[]): number[] {
  const weights = criteria.reduce((sum, { weight }) => sum + Number(weight), 0);
  return criteria.map((criterion) => {
    const score = scoreOn(row, criterion);
    if (score === undefined) return 0;
    if (score.factoredScore !== null) return Number(score.factoredScore);
    const { weight, maximum } = criterion;
    return (Number(score.panelScore) / Number(maximum)) * (Number(weight) / weights) * 100;
  });
}

/** The most that a score can be: 100, or the sum of products under FACTORS. */
export const wholeScore = (scale: 'PERCENT' | 'FACTORS' | undefined, criteria: readonly Criterion[]): number =>
  scale === 'FACTORS' ? criteria.reduce((sum, { weight, maximum }) => sum + Number(weight) * Number(maximum), 0) : 100;

/** By which step each entry is ahead of the one behind it, where their totals are equal. */
export function leadsOf(rows: readonly RankingRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ decidedBy }, index) => {
      const ahead = rows[index - 1];
      return decidedBy !== null && decidedBy !== 'SHARED' && ahead ? [[ahead.entry.id, decidedBy] as const] : [];
    }),
  );
}

export interface Lift {
  criterion: Criterion;
  /** Points by which the first entries are ahead of the rest in it, or of full marks without a rest. */
  points: number;
}

/** Which criterion sets the first `count` apart from the others most. */
export function liftOf(rows: readonly RankingRow[], criteria: readonly Criterion[], count: number): Lift[] {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const first = ranked.slice(0, count);
  const rest = ranked.slice(count);
  if (first.length === 0 || rest.length === 0) return [];
  const mean = (some: readonly RankingRow[], index: number) =>
    some.reduce((sum, row) => sum + (contributions(row, criteria)[index] ?? 0), 0) / some.length;
  return criteria
    .map((criterion, index) => ({ criterion, points: mean(first, index) - mean(rest, index) }))
    .toSorted((one, other) => other.points - one.points);
}
