import { days, daily, hour, opensAt, day, type Stage } from './world.ts';

/**
 * Honest voters until `votes` are cast. Half of them vote once; the others come back, choose several entries in a
 * sitting, and favor their own region. A third signed up to vote. One in seven sits in one of forty campuses, each
 * behind one network. One entry in three has a good day: an article or a group that brings a fifth of its votes within
 * six hours.
 */
export function honestVoters(stage: Stage, votes: number): void {
  const { random, entries } = stage;
  const goodDay = entries.map(() => (random.chance(1 / 3) ? random.below(days) : -1));
  const goodHour = entries.map(() => random.between(8, 16));
  let cast = 0;
  while (cast < votes) {
    const voterId = stage.voter('voter');
    const region = stage.region();
    const networkAt = random.chance(1 / 7)
      ? daily(`campus-${(region * 7 + random.below(3)) % 40}`)
      : stage.ordinaryNetwork();
    const signedUp = random.chance(0.35) ? 0 : random.exponential(45);
    const sittings = random.chance(0.5) ? 1 : 1 + Math.floor(random.exponential(2));
    const first = stage.liked(region);
    let dayNumber = random.below(days);
    const arrived = dayNumber;
    for (let sitting = 0; sitting < sittings && dayNumber < days; sitting += 1) {
      let at = stage.instantOn(dayNumber);
      const choices = sitting === 0 && sittings === 1 && random.chance(0.8) ? 1 : 1 + random.below(3);
      const chosen = new Set<number>();
      if (sitting === 0) {
        chosen.add(first);
        if (goodDay[first]! >= 0 && random.chance(0.2)) {
          dayNumber = goodDay[first]!;
          at = opensAt + dayNumber * day + goodHour[first]! * hour + random.between(0, 6 * hour);
        }
      }
      while (chosen.size < choices) chosen.add(stage.liked(region));
      for (const e of chosen) {
        const age = Math.floor(signedUp + Math.max(0, dayNumber - arrived));
        stage.add({
          origin: 'honest',
          entryId: entries[e]!.id,
          voterId,
          castAt: at,
          network: networkAt(at),
          identityAgeDays: age,
        });
        at += random.between(8_000, 90_000);
        cast += 1;
      }
      dayNumber += 1 + Math.floor(random.exponential(2));
    }
  }
}
