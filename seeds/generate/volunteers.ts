import { once, random } from '../random.ts';
import type { TeamSeed, VolunteerSeed } from '../types.ts';
import { dateAfter } from './dates.ts';
import { teams } from './teams.ts';

/** Crockford's alphabet: nothing that can be mistaken for something else when read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SPACE = 2 ** 25;
/** No team is larger, and 2^25 / 2048 teams fit. */
const LARGEST_TEAM = 2048;
const LATEST = Date.parse('2022-09-30T00:00:00Z');

const ordinals = once(() => new Map(teams().map((team, index) => [team.key, index])));

/** A permutation of the numbers below 2^25, so that a number tells neither the team's size nor who came first. */
function scramble(value: number): number {
  let x = value;
  for (const odd of [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d]) {
    x = (Math.imul(x, odd) >>> 0) % SPACE;
    x ^= x >>> 12;
  }
  return x;
}

function volunteerNumber(team: TeamSeed, index: number): string {
  const ordinal = ordinals().get(team.key);
  if (ordinal === undefined) throw new Error(`unknown team ${team.key}`);
  let rest = scramble(ordinal * LARGEST_TEAM + index);
  let code = '';
  for (let i = 0; i < 5; i++) {
    code = ALPHABET[rest % 32]! + code;
    rest = Math.floor(rest / 32);
  }
  return `V${team.regionCode}-${code}`;
}

export function volunteers(team: TeamSeed): VolunteerSeed[] {
  const draw = random(`volunteers/${team.key}`);
  const days = Math.max(0, Math.floor((LATEST - Date.parse(`${team.foundedOn}T00:00:00Z`)) / 86_400_000));
  return Array.from({ length: team.volunteerCount }, (_, index) => ({
    number: volunteerNumber(team, index),
    registeredOn: dateAfter(team.foundedOn, Math.floor(days * draw.next() ** 2)),
  }));
}
