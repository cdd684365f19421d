import { random, type Random } from '../random.ts';
import { PLANS } from '../scenarios/index.ts';
import type { BallotSeed, SeedState } from '../types.ts';
import { projects } from './projects.ts';

const VOTERS = 6000;
const VOTES_PER_DAY = 5;

const voterEmail = (index: number) => `voter${String(index + 1).padStart(5, '0')}@synthetic.laurel.example`;

/** Entries by popularity: a few everybody shares, a long tail that only neighbors vote for. */
function popularity(): (draw: Random) => string {
  const keys = random('popularity').shuffle(projects().map(({ key }) => key));
  const sums: number[] = [];
  let total = 0;
  keys.forEach((_, rank) => sums.push((total += 1 / (rank + 14) ** 0.85)));
  return (draw) => {
    const wanted = draw.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return keys[low]!;
  };
}

/** After supper, in the lunch break, and now and then in between; hardly anybody at night. */
function minuteOfDay(draw: Random): number {
  const kind = draw.next();
  const minute =
    kind < 0.55 ? 1225 + draw.normal() * 65 : kind < 0.75 ? 740 + draw.normal() * 40 : 420 + draw.next() * 930;
  return Math.min(1439, Math.max(360, Math.round(minute)));
}

/** How many votes each voter casts in all: everybody at least one, a few nearly every day. */
function budgets(count: number, days: number): number[] {
  const draw = random(`budgets/${count}`);
  const appetite = Array.from({ length: VOTERS }, () => Math.exp(draw.normal()));
  const sum = appetite.reduce((a, b) => a + b, 0);
  const most = days * VOTES_PER_DAY;
  const votes = appetite.map((share) => Math.min(most, Math.max(1, Math.round((share / sum) * count))));
  for (let i = 0, left = count - votes.reduce((a, b) => a + b, 0); left !== 0; i = (i + 1) % VOTERS) {
    const step = Math.sign(left);
    const next = votes[i]! + step;
    if (next < 1 || next > most || draw.chance(0.5)) continue;
    votes[i] = next;
    left -= step;
  }
  return votes;
}

function ofVoter(index: number, votes: number, state: SeedState, choose: (draw: Random) => string): BallotSeed[] {
  const { firstDay, lastDay } = PLANS[state].votes;
  const draw = random(`voter/${state}/${index}`);
  const favorites = Array.from({ length: 1 + draw.int(0, 2) }, () => choose(draw));
  const days = draw.shuffle(Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i));
  const needed = Math.ceil(votes / VOTES_PER_DAY);
  const visits = days.slice(0, Math.min(days.length, Math.max(needed, Math.ceil(votes / draw.int(1, VOTES_PER_DAY)))));
  const cast: BallotSeed[] = [];
  let left = votes;
  visits.forEach((day, visit) => {
    const share = Math.min(VOTES_PER_DAY, Math.ceil(left / (visits.length - visit)));
    const chosen = new Set(favorites.slice(0, share));
    while (chosen.size < share) chosen.add(choose(draw));
    const start = minuteOfDay(draw);
    for (const entryKey of chosen) {
      const minute = Math.min(1439, start + draw.int(0, 6));
      cast.push({ voterEmail: voterEmail(index), entryKey, castDayOffset: day, minuteOfDay: minute });
    }
    left -= share;
  });
  return cast;
}

/** In the order in which they are cast. Days count from the anchor's, which is 0; all lie before it. */
export function ballots(state: SeedState): Iterable<BallotSeed> {
  const { count, firstDay, lastDay } = PLANS[state].votes;
  if (count === 0) return [];
  const choose = popularity();
  const all = budgets(count, lastDay - firstDay + 1).flatMap((votes, index) => ofVoter(index, votes, state, choose));
  return all.toSorted((a, b) => a.castDayOffset - b.castDayOffset || a.minuteOfDay - b.minuteOfDay);
}
