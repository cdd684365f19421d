import { VoteDetector } from '../src/modules/integrity/detectors/detector.ts';
import { caseNames, measure, type CaseMeasure } from '../src/modules/integrity/simulation/measure.ts';
import { simulate } from '../src/modules/integrity/simulation/simulate.ts';
export default async function fraud(): Promise<void> {
  for (const seed of [1, 2, 3]) {
    const t = performance.now();
    const sim = simulate(seed);
    const m = measure(sim);
    console.log(
      'seed',
      seed,
      'votes',
      m.votes,
      'sim',
      (performance.now() - t - m.packMs - m.detectMs) | 0,
      'pack',
      m.packMs | 0,
      'detect',
      m.detectMs | 0,
    );
    for (const name of caseNames) {
      const c = m.cases.get(name) as CaseMeasure;
      console.log(
        name.padEnd(6),
        c.entries,
        'held entries',
        c.heldEntries,
        'votes',
        c.votes,
        'held',
        ((100 * c.heldVotes) / c.votes).toFixed(2) + '%',
        [...c.noticed].map(([d, n]) => `${d}:${((100 * n) / c.entries).toFixed(1)}`).join(' '),
      );
    }
  }
}
