import type { EntryOrigin } from '../detectors/index.ts';
import { cases, farm } from './attacks.ts';
import { harderCases, neighbors } from './harder.ts';
import { honestVoters } from './honest.ts';
import { Stage, type Origin, type SimulatedVote } from './world.ts';

export interface Simulation {
  votes: SimulatedVote[];
  entryCount: number;
  originOf: (entryId: string) => EntryOrigin;
  /** What befell an entry; entries that are not named are plain honest ones. */
  caseOf: Map<string, Exclude<Origin, 'honest'>>;
}

export interface Scale {
  entries: number;
  honestVotes: number;
  /** How many entries each case befalls; a farm takes three. */
  perCase: number;
}

export const fullScale: Scale = { entries: 1_000, honestVotes: 300_000, perCase: 4 };

/** The usual cases at once, or the harder ones: a detector must find each among the others. */
export function simulate(seed: number, scale: Scale = fullScale, kind: 'known' | 'harder' = 'known'): Simulation {
  const stage = new Stage(seed, scale.entries);
  honestVoters(stage, scale.honestVotes);
  const caseOf = new Map<string, Exclude<Origin, 'honest'>>();
  const victim = (origin: Exclude<Origin, 'honest'>, isFit = (_: number) => true): number => {
    let e = stage.random.below(scale.entries);
    while (caseOf.has(stage.entries[e]!.id) || !isFit(e)) e = stage.random.below(scale.entries);
    caseOf.set(stage.entries[e]!.id, origin);
    return e;
  };
  for (let i = 0; i < scale.perCase; i += 1) {
    if (kind === 'known') {
      for (const origin of ['A', 'B', 'C', 'E', 'H1', 'H2'] as const) cases[origin](stage, victim(origin));
      farm(stage, [victim('D'), victim('D'), victim('D')]);
    } else {
      for (const origin of ['A2', 'B2', 'B3', 'H3'] as const) harderCases[origin](stage, victim(origin));
      const first = victim('H4');
      const { region } = stage.entries[first]!;
      const isNear = (e: number) => stage.entries[e]!.region === region;
      neighbors(stage, [first, victim('H4', isNear), victim('H4', isNear)]);
    }
  }
  const origins = new Map(
    stage.entries.map(({ id, organization, region }) => [id, { organization, region: String(region) }]),
  );
  return {
    votes: stage.votes,
    entryCount: scale.entries,
    caseOf,
    originOf: (id) => origins.get(id) ?? { organization: id, region: id },
  };
}
