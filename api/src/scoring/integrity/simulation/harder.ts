import { day, daily, days, hour, opensAt, type Stage } from './world.ts';

/** Harder cases: attackers who have read the detectors, and honest people who look like them. */
type Case = (stage: Stage, e: number) => void;

const minute = 60_000;

function lone(stage: Stage, e: number, origin: 'A2' | 'B2' | 'B3', votes: number, instant: () => number): void {
  for (const at of Array.from({ length: votes }, instant)) {
    stage.add({
      origin,
      entryId: stage.entries[e]!.id,
      voterId: stage.voter(origin),
      castAt: at,
      network: daily(`proxy-${stage.random.below(50_000)}`)(at),
      identityAgeDays: 0,
    });
  }
}

/** A2: the burst of A by day, each vote through another proxy. */
const spreadBurst: Case = (stage, e) => {
  const start = opensAt + stage.random.below(days) * day + stage.random.between(9, 20) * hour;
  lone(stage, e, 'A2', 3_000, () => start + stage.random.between(0, 30 * minute));
};

/** B2: the drip of B, day and night, at random intervals. */
const randomDrip: Case = (stage, e) => {
  const start = opensAt + stage.random.between(0, 4 * day);
  lone(stage, e, 'B2', 4_000, () => start + stage.random.between(0, 10 * day));
};

/** B3: the drip of B at random intervals, when people are awake. */
const wakingDrip: Case = (stage, e) => {
  const first = stage.random.below(days - 10);
  lone(stage, e, 'B3', 4_000, () => stage.instantOn(first + stage.random.below(10)));
};

/** H3: a hospital, 400 honest night votes over ten days by people with old accounts who choose others as well. */
const nightShift: Case = (stage, e) => {
  const first = stage.random.below(days - 10);
  for (let i = 0; i < 400; i += 1) {
    const voterId = stage.voter('H3');
    const networkAt = stage.ordinaryNetwork();
    const at = opensAt + (first + stage.random.below(10)) * day + stage.random.between(1, 6) * hour;
    const others = Array.from({ length: 1 + stage.random.below(2) }, () => stage.liked(stage.entries[e]!.region));
    for (const [place, other] of [...new Set([e, ...others])].entries()) {
      stage.add({
        origin: place === 0 ? 'H3' : 'honest',
        entryId: stage.entries[other]!.id,
        voterId,
        castAt: at + place * 30_000,
        network: networkAt(at),
        identityAgeDays: 100,
      });
    }
  }
};

/** H4: 300 honest neighbors who all choose the three entries of their county. */
function neighbors(stage: Stage, entries: readonly number[]): void {
  for (let i = 0; i < 300; i += 1) {
    const voterId = stage.voter('H4');
    const networkAt = stage.ordinaryNetwork();
    let at = stage.instantOn(stage.random.below(days));
    for (const e of entries) {
      at += stage.random.between(8_000, 90_000);
      stage.add({
        origin: 'H4',
        entryId: stage.entries[e]!.id,
        voterId,
        castAt: at,
        network: networkAt(at),
        identityAgeDays: 10,
      });
    }
  }
}

export const harderCases = { A2: spreadBurst, B2: randomDrip, B3: wakingDrip, H3: nightShift };
export { neighbors };
