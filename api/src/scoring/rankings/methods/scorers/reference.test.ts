import Decimal from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pool, type ScoringRule } from '../contract.ts';
import { score } from './score.ts';
import { somePool, someRule } from '../test/pools.ts';

/** The methods once more, slowly and plainly, in decimal arithmetic of sixty digits. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
type Value = InstanceType<typeof Exact>;

const meanOf = (values: readonly Value[]) =>
  values.reduce((sum, value) => sum.plus(value), new Exact(0)).div(values.length);

function middle(rule: ScoringRule, values: readonly Value[]): Value | null {
  const ascending = values.toSorted((a, b) => a.comparedTo(b));
  if (rule.method === 'TRIMMED_MEAN') {
    const kept = ascending.filter((_, i) => i >= rule.dropLowest && i < ascending.length - rule.dropHighest);
    return kept.length > 0 ? meanOf(kept) : null;
  }
  if (rule.method === 'MEAN') return meanOf(ascending);
  const half = ascending.length / 2;
  return meanOf(Number.isInteger(half) ? ascending.slice(half - 1, half + 1) : [ascending[Math.floor(half)]!]);
}

/** Sixty digits cut thirds short, so what is exactly half way may appear as a hair below it: 2.85 × ⅓ is 0.95. */
const rounded = (value: Value, places: number) => value.toDecimalPlaces(40).toDecimalPlaces(places);
const round = (value: Value, places: number | null) => (places === null ? value : rounded(value, places));

function factorOf({ scale }: ScoringRule, rubric: Pool['rubrics'][number], index: number): Value {
  const { weight, maximum } = rubric[index]!;
  if (scale === 'FACTORS') return new Exact(weight);
  return new Exact(100)
    .times(weight)
    .div(maximum)
    .div(rubric.reduce((sum, each) => sum.plus(each.weight), new Exact(0)));
}

/** Per complete sheet its judge, entry and total. */
function totalsOf(rule: ScoringRule, pool: Pool): { judge: string; entry: string; total: Value }[] {
  return pool.sheets.flatMap(({ judge, entry, marks }) => {
    const rubric = pool.rubrics[pool.entries.find(({ id }) => id === entry)!.rubric]!;
    if (marks.includes(null)) return [];
    const total = marks.reduce((sum, mark, i) => sum.plus(factorOf(rule, rubric, i).times(mark!)), new Exact(0));
    return [{ judge, entry, total }];
  });
}

function byCriterion(rule: ScoringRule, pool: Pool, entry: Pool['entries'][number]): Value | null {
  const rubric = pool.rubrics[entry.rubric]!;
  const sheets = pool.sheets.filter((sheet) => sheet.entry === entry.id && sheet.marks.some((mark) => mark !== null));
  if (sheets.length === 0 || sheets.length < rule.quorum) return null;
  let total = new Exact(0);
  for (const index of rubric.keys()) {
    const marks = sheets.flatMap(({ marks: row }) => (row[index] === null ? [] : [new Exact(row[index]!)]));
    const panel = marks.length > 0 ? middle(rule, marks) : null;
    if (!panel) return null;
    const factored = round(panel, rule.criterionPlaces).times(factorOf(rule, rubric, index));
    total = total.plus(round(factored, rule.factoredPlaces));
  }
  return total;
}

function bySheets(rule: ScoringRule, pool: Pool, adjusted: readonly { entry: string; total: Value }[], entry: string) {
  const own = adjusted.filter((sheet) => sheet.entry === entry).map(({ total }) => total);
  return own.length === 0 || own.length < rule.quorum ? null : middle(rule, own);
}

const text = (rule: ScoringRule, value: Value | null) =>
  value &&
  rounded(value, rule.totalPlaces)
    .toFixed(rule.totalPlaces)
    .replace(/^-(0(?:\.0+)?)$/, '$1');

const expectTotals = (rule: ScoringRule, pool: Pool, value: (entry: Pool['entries'][number]) => Value | null) =>
  expect(score(rule, pool).map(({ entry, total }) => [entry, total])).toEqual(
    pool.entries.map((entry) => [entry.id, text(rule, value(entry))]),
  );

const plain = fc.constantFrom('MEAN' as const, 'TRIMMED_MEAN' as const, 'MEDIAN' as const);

test('mean, trimmed mean and median agree with a plain decimal reference', () => {
  fc.assert(
    fc.property(somePool(), someRule(), plain, (pool, rule, method) => {
      const asked = { ...rule, method };
      const totals = totalsOf(asked, pool);
      expectTotals(asked, pool, (entry) =>
        rule.level === 'CRITERION' ? byCriterion(asked, pool, entry) : bySheets(asked, pool, totals, entry.id),
      );
    }),
    { numRuns: 200 },
  );
});

const perJudge = {
  Z_SCORE: (own: readonly Value[], value: Value) => {
    const mean = meanOf(own);
    const deviation = meanOf(own.map((each) => each.minus(mean).pow(2))).sqrt();
    // Totals in thirds leave a speck of spread where there is none.
    return deviation.lt('1e-25') ? new Exact(50) : value.minus(mean).div(deviation).times(10).plus(50);
  },
  LINEAR: (own: readonly Value[], value: Value) => {
    const [low, high] = [Exact.min(...own), Exact.max(...own)];
    return high.minus(low).lt('1e-25') ? new Exact(50) : value.minus(low).times(100).div(high.minus(low));
  },
  RANK_POINTS: (own: readonly Value[], value: Value) => {
    if (own.length === 1) return new Exact(50);
    const equal = own.filter((each) => each.minus(value).abs().lt('1e-25')).length - 1;
    const below = own.filter((each) => each.lt(value.minus('1e-25'))).length;
    return new Exact(100).times(below + equal / 2).div(own.length - 1);
  },
};

test.each(['Z_SCORE', 'LINEAR', 'RANK_POINTS'] as const)(
  '%s agrees with a plain reference of sixty digits',
  (method) => {
    fc.assert(
      fc.property(somePool(), someRule({ method }), (pool, rule) => {
        const totals = totalsOf(rule, pool);
        const adjusted = totals.map(({ judge, entry, total }) => {
          const own = totals.filter((sheet) => sheet.judge === judge).map((sheet) => sheet.total);
          return { entry, total: perJudge[method](own, total) };
        });
        expectTotals(rule, pool, ({ id }) => bySheets({ ...rule, method: 'MEAN' }, pool, adjusted, id));
      }),
    );
  },
);

test('the judge effects solve the normal equations', () => {
  fc.assert(
    fc.property(somePool(), someRule({ method: 'JUDGE_EFFECT' }), (pool, rule) => {
      const totals = totalsOf(rule, pool);
      const effects = solveEffects(totals);
      const adjusted = totals.map(({ judge, entry, total }) => ({ entry, total: total.minus(effects.get(judge)!) }));
      expectTotals(rule, pool, ({ id }) => bySheets({ ...rule, method: 'MEAN' }, pool, adjusted, id));
    }),
  );
});

/** Gauss and Jordan on (XᵀX)·(α, β) = Xᵀt, completed by Σ β = 0 in each component, all in sixty digits. */
function solveEffects(sheets: readonly { judge: string; entry: string; total: Value }[]): Map<string, Value> {
  const names = [...new Set(sheets.flatMap(({ judge, entry }) => [`e ${entry}`, `j ${judge}`]))];
  const at = new Map(names.map((name, index) => [name, index]));
  const component = new Map(names.map((name) => [name, name]));
  for (let round_ = 0; round_ < names.length; round_++)
    for (const { judge, entry } of sheets) {
      const least = [component.get(`e ${entry}`)!, component.get(`j ${judge}`)!].toSorted((a, b) =>
        a < b ? -1 : 1,
      )[0]!;
      component.set(`e ${entry}`, least).set(`j ${judge}`, least);
    }
  const row = () => names.map(() => new Exact(0)).concat(new Exact(0));
  const rows = names.map(row);
  for (const { judge, entry, total } of sheets) {
    const [e, j] = [at.get(`e ${entry}`)!, at.get(`j ${judge}`)!];
    for (const [a, b] of [
      [e, e],
      [e, j],
      [j, e],
      [j, j],
    ] as const)
      rows[a]![b] = rows[a]![b]!.plus(1);
    for (const a of [e, j]) rows[a]![names.length] = rows[a]![names.length]!.plus(total);
  }
  for (const name of new Set(component.values())) {
    const sum = row();
    for (const [index, each] of names.entries())
      if (each.startsWith('j ') && component.get(each) === name) sum[index] = new Exact(1);
    rows.push(sum);
  }
  for (const column of names.keys()) {
    const pivot = rows.findIndex((each, index) => index >= column && each[column]!.abs().gt('1e-30'));
    const lead = rows[pivot]!;
    rows[pivot] = rows[column]!;
    const scaled = lead.map((value) => value.div(lead[column]!));
    rows[column] = scaled;
    for (const [index, each] of rows.entries()) {
      if (index === column || each[column]!.isZero()) continue;
      rows[index] = each.map((value, k) => value.minus(scaled[k]!.times(each[column]!)));
    }
  }
  return new Map(
    names.flatMap((name, index) => (name.startsWith('j ') ? [[name.slice(2), rows[index]!.at(-1)!] as const] : [])),
  );
}

test('Copeland agrees with going through all pairs', () => {
  fc.assert(
    fc.property(somePool(), someRule({ method: 'COPELAND' }), (pool, rule) => {
      const totals = totalsOf(rule, pool);
      const pointsOf = (id: string): Value => {
        let [points, pairs] = [0, 0];
        for (const { id: other } of pool.entries) {
          const signs = totals.flatMap((mine) =>
            totals
              .filter((its) => mine.entry === id && its.entry === other && other !== id && its.judge === mine.judge)
              .map((its) => (mine.total.minus(its.total).abs().lt('1e-25') ? 0 : mine.total.comparedTo(its.total))),
          );
          if (signs.length === 0) continue;
          pairs++;
          points += (1 + Math.sign(signs.reduce((sum, sign) => sum + sign, 0))) / 2;
        }
        return pairs === 0 ? new Exact(50) : new Exact(100).times(points).div(pairs);
      };
      expectTotals(rule, pool, ({ id }) => {
        const own = totals.filter(({ entry }) => entry === id).length;
        return own === 0 || own < rule.quorum ? null : pointsOf(id);
      });
    }),
  );
});
