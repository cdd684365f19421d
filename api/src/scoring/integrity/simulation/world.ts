import type { VoteFeatures } from '../detectors/index.ts';
import { Random, Weighted } from './random.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const timeZone = 'Asia/Shanghai';
/** Monday, 2 November 2026, midnight in Beijing. */
export const opensAt = Date.UTC(2026, 10, 1, 16);
export const days = 14;

/** Why a simulated vote was cast; what the detectors never see. */
export type Origin = 'honest' | 'A' | 'B' | 'C' | 'D' | 'E' | 'H1' | 'H2' | 'A2' | 'B2' | 'B3' | 'H3' | 'H4';

export interface SimulatedVote extends VoteFeatures {
  origin: Origin;
  /** A vote that an attacker casts on other entries, to look like people. */
  isCamouflage: boolean;
}

export interface SimulatedEntry {
  id: string;
  organization: string;
  region: number;
  popularity: number;
}

/** Share of a day's votes by hour, from midnight: 3 % between one and six, most at noon and in the evening. */
const hourWeights = [
  16, 7, 4, 3, 4, 8, 24, 48, 62, 62, 58, 60, 78, 66, 50, 48, 50, 54, 62, 78, 92, 88, 66, 34,
] as const;
const ofHour = new Weighted(hourWeights);

/** A stage for one simulated competition: entries, networks, and the chance that moves them. */
export class Stage {
  readonly random: Random;
  readonly entries: SimulatedEntry[];
  readonly votes: SimulatedVote[] = [];
  readonly #byPopularity: Weighted;
  readonly #regions: { of: number[]; draw: Weighted }[];
  readonly #homes: Weighted;
  readonly #phones: Weighted;
  #serial = 0;

  constructor(seed: number, entryCount: number) {
    const random = new Random(seed);
    this.random = random;
    const regions = Math.max(3, Math.round(entryCount / 33));
    this.entries = Array.from({ length: entryCount }, (_, i) => ({
      id: `entry-${i}`,
      // One organization in four has two entries.
      organization: `organization-${i % 5 === 4 ? i - 1 : i}`,
      region: random.below(regions),
      // A few entries have ten times the votes of the middle one.
      popularity: Math.exp(random.normal()),
    }));
    this.#byPopularity = new Weighted(this.entries.map(({ popularity }) => popularity));
    this.#regions = Array.from({ length: regions }, (_, region) => {
      const of = this.entries.flatMap((entry, i) => (entry.region === region ? [i] : []));
      return { of, draw: new Weighted(of.map((i) => this.entries[i]?.popularity ?? 0)) };
    });
    this.#homes = new Weighted(this.#regions.map(({ of }) => of.length));
    // Mobile carriers put many people behind few addresses, unevenly.
    this.#phones = new Weighted(Array.from({ length: 3_000 }, (_, i) => 1 / (i + 20)));
  }

  voter(prefix: string): string {
    this.#serial += 1;
    return `${prefix}-${this.#serial}`;
  }

  region(): number {
    return this.#homes.draw(this.random);
  }

  /** An entry that somebody of a region likes: half of all look at home first. */
  liked(region: number): number {
    const home = this.#regions[region];
    if (home && home.of.length > 0 && this.random.chance(0.5)) return home.of[home.draw.draw(this.random)] ?? 0;
    return this.#byPopularity.draw(this.random);
  }

  /** An instant of a day, as people are awake. */
  instantOn(dayNumber: number): number {
    return opensAt + dayNumber * day + (ofHour.draw(this.random) + this.random.unit()) * hour;
  }

  /** A phone's or a home's network; the key of its hash changes daily. */
  ordinaryNetwork(): (at: number) => string {
    const base = this.random.chance(0.55)
      ? `phone-${this.#phones.draw(this.random)}`
      : `home-${this.random.below(40_000)}`;
    return daily(base);
  }

  add(vote: Omit<SimulatedVote, 'id' | 'level' | 'device' | 'isCamouflage'> & { isCamouflage?: boolean }): void {
    this.votes.push({
      isCamouflage: false,
      ...vote,
      castAt: Math.round(vote.castAt),
      id: String(this.votes.length),
      device: `device-${vote.voterId}`,
      level: 'EMAIL',
    });
  }
}

export const daily = (network: string) => (at: number) => `${network}/${Math.floor((at - opensAt) / day)}`;
