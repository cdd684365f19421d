import { rank, preparePool, robustness, score, type Pool, type ScoringRule } from '../src/scoring/rankings/index.ts';
import { chance } from './support/chance.ts';
import { makeJudgedArena, type JudgedArena } from './support/judged.ts';
import { barLine, median, print, progress, table, whole, writeJson, type Bar } from './support/report.ts';
import { setStage } from './support/stage.ts';

export interface RankOptions {
  rounds: number;
  changes: number;
  json?: string;
}

const methods = [
  'MEAN',
  'TRIMMED_MEAN',
  'MEDIAN',
  'RANK_POINTS',
  'Z_SCORE',
  'LINEAR',
  'JUDGE_EFFECT',
  'COPELAND',
] as const;

const rule = (method: (typeof methods)[number]): ScoringRule => ({
  method,
  level: 'CRITERION',
  scale: 'PERCENT',
  dropHighest: method === 'TRIMMED_MEAN' ? 1 : 0,
  dropLowest: method === 'TRIMMED_MEAN' ? 1 : 0,
  criterionPlaces: null,
  factoredPlaces: null,
  totalPlaces: 2,
  quorum: 1,
  ties: [{ kind: 'CRITERION', key: 'c0' }, { kind: 'FIRSTS' }, { kind: 'MEDIAN' }],
  lotSeed: '',
});

const lines = [
  { key: 'FIRST', upTo: 36 },
  { key: 'SECOND', upTo: 86 },
];

/**
 * Show 3 of judging: what the arithmetic costs at both sizes, how fast the organizer's page is served, and how soon a
 * submitted sheet is seen in it.
 */
export async function benchRank({ rounds, changes, json }: RankOptions): Promise<boolean> {
  const arithmetic = [
    ...measureArithmetic({ entries: 1144, judges: 45, perEntry: 15, rounds }),
    ...measureArithmetic({ entries: 47_000, judges: 1500, perEntry: 15, rounds: 1 }),
  ];
  const stage = await setStage({ voters: 60 });
  try {
    progress('… 1,144 entries × 15 sheets × 5 marks go into the database');
    const arena = await makeJudgedArena(stage.cluster, stage.fixtures, { judges: 45, perEntry: 15, open: changes + 5 });
    const url = `http://127.0.0.1:${stage.server.port}`;
    const served = await measurePage(url, arena, 300);
    const seen = await measureChanges(url, arena, changes);
    const bars: Bar[] = [
      atMost('the ranking page from the current marks, p95', quantile(served.warm, 0.95), 150),
      atMost('the same, the first time after a change', Math.max(...seen.map(({ page }) => page)), 1000),
      atMost(
        'a submitted sheet seen by a watching organizer, at most',
        Math.max(...seen.map(({ total }) => total)),
        1000,
      ),
    ];
    for (const line of stage.description) print(line);
    print();
    print(table([['the arithmetic', 'entries', 'sheets', 'ms'], ...arithmetic]));
    print();
    const page = (name: string, values: readonly number[]) => [
      name,
      String(values.length),
      quantile(values, 0.5).toFixed(1),
      quantile(values, 0.95).toFixed(1),
      Math.max(...values).toFixed(1),
    ];
    print(
      table([
        ['1,144 entries × 15 judges × 5 criteria, over HTTP', 'times', 'p50 ms', 'p95 ms', 'most ms'],
        page('ranking page of 50 rows, nothing remembered', [served.cold]),
        page('ranking page of 50 rows', served.warm),
        page(
          'submitSheet answered',
          seen.map(({ submit }) => submit),
        ),
        page(
          '… news of it at the organizer',
          seen.map(({ news }) => news),
        ),
        page(
          '… its new ranking at the organizer',
          seen.map(({ total }) => total),
        ),
        page('robustness, first asked', [served.robustness]),
      ]),
    );
    print();
    for (const bar of bars) print(barLine(bar));
    writeJson(json, { description: stage.description, arithmetic, served, seen });
    return bars.every(({ holds }) => holds);
  } finally {
    await stage.close();
  }
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};

const atMost = (what: string, value: number, most: number): Bar => ({
  what,
  value: `${value.toFixed(0)} ms`,
  bar: `≤ ${whole(most)} ms`,
  holds: value <= most,
});

interface Size {
  entries: number;
  judges: number;
  perEntry: number;
  rounds: number;
}

/** Medians of some rounds after one to warm up. */
function measureArithmetic({ entries, judges, perEntry, rounds }: Size): string[][] {
  progress(`… ranking ${whole(entries)} entries`);
  const pool = randomPool(entries, judges, perEntry);
  const sheets = whole(entries * perEntry);
  const row = (name: string, times: readonly number[]) => [name, whole(entries), sheets, median(times).toFixed(0)];
  const timed = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const several = (work: () => unknown) => {
    if (rounds > 1) work();
    return Array.from({ length: rounds }, () => timed(work));
  };
  const found = [
    row(
      'prepare: parse and pack the marks',
      several(() => preparePool(pool)),
    ),
  ];
  for (const method of methods) {
    if (method === 'COPELAND' && entries > 2000) continue;
    // A pool prepared anew, since much of what a method derives is remembered with it.
    const times = several(() => {
      const prepared = preparePool(pool);
      rank(rule(method), prepared, score(rule(method), prepared));
    });
    found.push(row(`${method}: prepare, score, rank`, times));
  }
  const ways = { count: 0 };
  const times = several(() => {
    ways.count = robustness(rule('MEAN'), pool, lines).ways.filter(({ skipped }) => !skipped).length;
  });
  found.push(row(`robustness: all methods and without each of ${judges} judges (${ways.count} ways)`, times));
  return found;
}

function randomPool(entries: number, judges: number, perEntry: number): Pool {
  const random = chance(47);
  const rubric = Array.from({ length: 5 }, (_, c) => ({
    id: `c${c}`,
    key: `c${c}`,
    weight: '20',
    minimum: '0',
    maximum: '10',
  }));
  const severity = Array.from({ length: judges }, () => random() * 1.5);
  const sheets = Array.from({ length: entries }, (_, e) => {
    const level = 5 + 4 * random();
    return Array.from({ length: perEntry }, (__, k) => {
      const j = (e * perEntry + k) % judges;
      const mark = () =>
        (Math.round(4 * Math.max(0, Math.min(10, level - (severity[j] ?? 0) + 2 * random() - 1))) / 4).toFixed(2);
      return { judge: `j${j}`, entry: `e${e}`, marks: rubric.map(mark) };
    });
  }).flat();
  return {
    rubrics: [rubric],
    entries: Array.from({ length: entries }, (_, e) => ({ id: `e${e}`, rubric: 0, lotKey: String(e + 1), votes: 0 })),
    sheets,
  };
}

const rankingQuery = `query ($slug: String!) { competition(slug: $slug) { id ranking(first: 50) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { rank score lowest highest sheetsAssigned sheetsSubmitted votes decidedBy reason
    criterionScores { panelScore criterion { id } }
    entry { id number title isShortlisted category { id name } organization { id name } } } } } } }`;
const totalsQuery = `query ($slug: String!) { competition(slug: $slug) { desk { sheetsSubmitted } ranking(first: 50) { totalCount edges { node { rank score } } } } }`;
const robustnessQuery = `query ($slug: String!) { competition(slug: $slug) { robustness { lines { unchanged ways } } } }`;
const submitQuery = `mutation ($input: SubmitSheetInput!) { submitSheet(input: $input) { __typename } }`;

async function ask(
  url: string,
  cookie: string,
  query: string,
  variables: object,
): Promise<{ took: number; data: unknown }> {
  const start = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: url },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (!response.ok || errors) throw new Error(`${response.status} ${JSON.stringify(errors).slice(0, 500)}`);
  return { took: performance.now() - start, data };
}

async function measurePage(url: string, { slug, cookie }: JudgedArena, times: number) {
  progress('… asking for the ranking page');
  const cold = (await ask(url, cookie, rankingQuery, { slug })).took;
  for (let n = 0; n < 50; n += 1) await ask(url, cookie, rankingQuery, { slug });
  const warm: number[] = [];
  for (let n = 0; n < times; n += 1) warm.push((await ask(url, cookie, rankingQuery, { slug })).took);
  return { cold, warm, robustness: (await ask(url, cookie, robustnessQuery, { slug })).took };
}

/** An organizer's page listens; sheets are submitted one by one. All times from the sending of the sheet. */
async function measureChanges(url: string, { slug, cookie, open }: JudgedArena, changes: number) {
  progress(`… submitting ${changes} sheets, one by one, under an organizer's eyes`);
  const stop = new AbortController();
  const stream = await fetch(`${url}/api/events/scores?competition=${slug}`, {
    headers: { cookie },
    signal: stop.signal,
  });
  if (!stream.body) throw new Error(`no events: ${stream.status}`);
  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
  const waiting = { hear: () => {} };
  const pump = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.includes('event: scores')) waiting.hear();
    }
  })().catch(() => undefined);
  const found: { submit: number; news: number; page: number; total: number }[] = [];
  const count = async () =>
    ((await ask(url, cookie, totalsQuery, { slug })).data as { competition: { desk: { sheetsSubmitted: number } } })
      .competition.desk.sheetsSubmitted;
  let before = await count();
  for (const { assignmentId, cookie: judge } of open.slice(0, changes)) {
    const start = performance.now();
    const news = new Promise<number>((resolve) => (waiting.hear = () => resolve(performance.now() - start)));
    const { took: submit, data } = await ask(url, judge, submitQuery, { input: { assignmentId } });
    const { __typename: outcome } = (data as { submitSheet: { __typename: string } }).submitSheet;
    if (outcome !== 'SubmitSheetSuccess') throw new Error(`a sheet was refused: ${outcome}`);
    const heard = await Promise.race([news, new Promise<number>((resolve) => setTimeout(resolve, 5000, Infinity))]);
    const { took: page } = await ask(url, cookie, rankingQuery, { slug });
    const total = performance.now() - start;
    const after = await count();
    if (after !== before + 1) throw new Error('the ranking came without the sheet');
    before = after;
    found.push({ submit, news: heard, page, total });
  }
  stop.abort();
  await pump;
  return found;
}
