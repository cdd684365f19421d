import type { RankingQuery } from '../../gql/Ranking';

export type RankingRow = NonNullable<NonNullable<RankingQuery['competition']>['ranking']>['edges'][number]['node'];

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
  before: readonly RankingRow[],
  after: readonly RankingRow[],
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
  id: string;
  name: string;
  weight: string;
  maximum: string;
}

/** How many of the hundred points each criterion brings an entry. For drawing, not for ranking. */
export function contributions(row: RankingRow, criteria: readonly Criterion[]): number[] {
  const weights = criteria.reduce((sum, { weight }) => sum + Number(weight), 0);
  return criteria.map(({ id, weight, maximum }) => {
    const mean = row.criterionScores.find(({ criterion }) => criterion.id === id)?.panelScore;
    return mean === undefined ? 0 : (Number(mean) / Number(maximum)) * (Number(weight) / weights) * 100;
  });
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
