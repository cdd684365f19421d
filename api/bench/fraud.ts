// What is measured is inside the module; its door is for other modules, which need no simulated votes.
// oxlint-disable-next-line no-restricted-imports
import { VoteDetector } from '../src/scoring/integrity/detectors/index.ts';
// oxlint-disable-next-line no-restricted-imports
import { caseNames, measure, type CaseMeasure, type CaseName } from '../src/scoring/integrity/simulation/measure.ts';
// oxlint-disable-next-line no-restricted-imports
import { asItHappens } from '../src/scoring/integrity/simulation/as-it-happens.ts';
// oxlint-disable-next-line no-restricted-imports
import { fullScale, simulate, type Scale } from '../src/scoring/integrity/simulation/simulate.ts';
import { barLine, median, print, progress, table, whole, writeJson, type Bar } from './support/report.ts';

export interface FraudOptions {
  seeds: readonly number[];
  scale?: Scale;
  /** Hours between scans while the votes come in. */
  everyHours?: number;
  json?: string;
}

const says: Record<CaseName, string> = {
  A: 'A data center, 3,000 in 30 min',
  B: 'B metered drip, 4,000 in 10 days',
  C: 'C paid people, 2,000 in 3 days',
  D: 'D farm of 900, three clients',
  E: 'E night proxies, 2,850 in 7 h',
  H1: 'H1 honest school, 1,500 in 40 min',
  H2: 'H2 honest chat group, 600 in 5 h',
  A2: 'A2 burst of A, by proxies, by day',
  B2: 'B2 drip of B at random intervals',
  B3: 'B3 drip of B2 in waking hours',
  H3: 'H3 honest night shift, 400',
  H4: 'H4 honest neighbors, 300 for three',
  plain: 'plain honest entries',
};

const columns: [VoteDetector, string][] = [
  [VoteDetector.VELOCITY, 'velocity'],
  [VoteDetector.NETWORK_SHARE, 'network'],
  [VoteDetector.NIGHT_SHARE, 'night'],
  [VoteDetector.REGULARITY, 'beat'],
  [VoteDetector.SINGLE_ENTRY, 'single'],
  [VoteDetector.FRESH_IDENTITIES, 'fresh'],
  [VoteDetector.LOCKSTEP, 'lockstep'],
];

/** The detectors on simulated competitions: the cases of trust.md, and what somebody who has read the code would do. */
export async function benchFraud({ seeds, scale = fullScale, everyHours, json }: FraudOptions): Promise<boolean> {
  const { entries, honestVotes, perCase } = scale;
  print(`Detectors on simulated votes: ${whole(entries)} entries, ${whole(honestVotes)} honest votes in 14 days,`);
  print(`every case ${perCase} times a competition; seeds ${seeds.join(', ')}.`);
  const known = runs('known', seeds, scale);
  const harder = runs('harder', seeds, scale);
  print('\nThe cases of trust.md, section 3. Share of entries noticed by each detector, and what was held:\n');
  print(caseTable(known.totals));
  print('\nHarder ones: attackers who know the detectors, and honest people who look like attackers:\n');
  print(caseTable(harder.totals));
  print(
    `\nProcessor time for ${whole(median(known.votes))} votes: ${seconds(known.pack)} to pack, ${seconds(known.detect)} to detect.`,
  );
  print(`Wall clock, with whatever else ran: ${seconds(known.wall)}.\n`);
  if (everyHours !== undefined) printAsItHappens(seeds[0] ?? 1, scale, everyHours);
  const bars = barsOf(known);
  for (const bar of bars) print(barLine(bar));
  writeJson(json, { seeds, scale, known: plainly(known.totals), harder: plainly(harder.totals), bars });
  return bars.every(({ holds }) => holds);
}

function printAsItHappens(seed: number, scale: Scale, everyHours: number): void {
  progress(`scans every ${everyHours} hours, seed ${seed}`);
  print(`Scanned every ${everyHours} hours while the votes come in (seed ${seed}), what is held at the end:\n`);
  const fates = [...asItHappens(simulate(seed, scale), everyHours)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = fates.map(([kind, { votes, held }]) => [kind, whole(votes), whole(held), share(held, votes, 2)]);
  print(`${table([['votes of', 'cast', 'held', 'share'], ...rows])}\n`);
}

interface Runs {
  totals: Map<CaseName, CaseMeasure>;
  votes: number[];
  voidedByMachine: number;
  pack: number[];
  detect: number[];
  wall: number[];
}

function runs(kind: 'known' | 'harder', seeds: readonly number[], scale: Scale): Runs {
  const result: Runs = { totals: new Map(), votes: [], voidedByMachine: 0, pack: [], detect: [], wall: [] };
  for (const seed of seeds) {
    progress(`${kind}, seed ${seed}`);
    const found = measure(simulate(seed, scale, kind));
    result.votes.push(found.votes);
    result.voidedByMachine += found.voidedByMachine;
    result.pack.push(found.packCpuMs);
    result.detect.push(found.detectCpuMs);
    result.wall.push(found.wallMs);
    for (const [name, one] of found.cases) {
      const total = result.totals.get(name) ?? {
        entries: 0,
        noticed: new Map(),
        heldEntries: 0,
        votes: 0,
        heldVotes: 0,
      };
      total.entries += one.entries;
      total.heldEntries += one.heldEntries;
      total.votes += one.votes;
      total.heldVotes += one.heldVotes;
      for (const [detector, n] of one.noticed) total.noticed.set(detector, (total.noticed.get(detector) ?? 0) + n);
      result.totals.set(name, total);
    }
  }
  return result;
}

const seconds = (milliseconds: readonly number[]) => `${(median(milliseconds) / 1_000).toFixed(1)} s`;
const share = (part: number, whole_: number, digits = 0) =>
  whole_ === 0 ? '–' : `${((100 * part) / whole_).toFixed(digits)} %`;

function caseTable(totals: Map<CaseName, CaseMeasure>): string {
  const rows = caseNames.flatMap((name) => {
    const found = totals.get(name);
    if (!found || found.entries === 0) return [];
    const digits = name === 'plain' ? 1 : 0;
    return [
      [
        says[name],
        String(found.entries),
        ...columns.map(([detector]) => share(found.noticed.get(detector) ?? 0, found.entries, digits)),
        share(found.heldEntries, found.entries, digits),
        share(found.heldVotes, found.votes, 2),
      ],
    ];
  });
  return table([['case', 'entries', ...columns.map(([, name]) => name), 'held entries', 'held votes'], ...rows]);
}

function barsOf({ totals, voidedByMachine }: Runs): Bar[] {
  const of = (name: CaseName) => totals.get(name) ?? { entries: 0, heldEntries: 0, votes: 0, heldVotes: 0 };
  const recall = (['A', 'B', 'D', 'E'] as const).map((name): Bar => {
    const { heldVotes, votes } = of(name);
    return {
      what: `votes of ${name} held`,
      value: share(heldVotes, votes, 2),
      bar: '≥ 90 %',
      holds: heldVotes >= 0.9 * votes,
    };
  });
  const plain = of('plain');
  return [
    ...recall,
    {
      what: 'plain honest entries with a held vote',
      value: share(plain.heldEntries, plain.entries, 2),
      bar: '≤ 1 %',
      holds: plain.heldEntries <= 0.01 * plain.entries,
    },
    {
      what: 'honest votes held beside an attack',
      value: share(plain.heldVotes, plain.votes, 2),
      bar: '≤ 1 %',
      holds: plain.heldVotes <= 0.01 * plain.votes,
    },
    { what: 'votes voided by a machine', value: String(voidedByMachine), bar: '0', holds: voidedByMachine === 0 },
  ];
}

const plainly = (totals: Map<CaseName, CaseMeasure>) =>
  Object.fromEntries(
    [...totals].map(([name, { noticed, ...rest }]) => [name, { ...rest, noticed: Object.fromEntries(noticed) }]),
  );
