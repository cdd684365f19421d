import { detect, packVotes } from '../detectors/index.ts';
import { noThresholds } from './measure.ts';
import type { Simulation } from './simulate.ts';
import { days, hour, opensAt, timeZone, type SimulatedVote } from './world.ts';

/** Votes of one kind, and how many of them were held at the end. */
interface Fate {
  votes: number;
  held: number;
}

/**
 * The same votes, scanned again and again while they come in, as the server does. What one scan has held stays held, so
 * early mistakes on few votes add up here. Honest votes are counted separately for attacked entries (`bystander`) and others
 * (`plain`).
 */
export function asItHappens({ votes, caseOf, originOf }: Simulation, everyHours: number): Map<string, Fate> {
  const inTime = votes.toSorted((a, b) => a.castAt - b.castAt);
  const held = new Set<string>();
  for (let hours = everyHours; hours <= days * 24; hours += everyHours) {
    const end = inTime.findIndex(({ castAt }) => castAt >= opensAt + hours * hour);
    const table = packVotes(inTime.slice(0, end === -1 ? inTime.length : end));
    for (const { severity, rows } of detect({ table, timeZone, declared: noThresholds, originOf })) {
      if (severity === 'HOLD') for (const row of rows) held.add(table.ids[row] ?? '');
    }
  }
  const kindOf = ({ origin, entryId }: SimulatedVote) => {
    if (origin !== 'honest') return origin;
    return caseOf.has(entryId) ? 'bystander' : 'plain';
  };
  const fates = new Map<string, Fate>();
  for (const vote of votes) {
    if (vote.isCamouflage) continue;
    const fate = fates.get(kindOf(vote)) ?? { votes: 0, held: 0 };
    fate.votes += 1;
    if (held.has(vote.id)) fate.held += 1;
    fates.set(kindOf(vote), fate);
  }
  return fates;
}
