import { createHmac } from 'node:crypto';
import type { Context } from '../../../core/context.ts';
import { identityOf, isThrowaway } from '../../../platform/identity/index.ts';
import { AssuranceLevel } from '../../../competition/competitions/index.ts';

/** A voter as the votes know them. */
export interface Voter {
  id: string;
  bucket: number;
}

/** Who is about to vote, before a competition has made a pseudonym of them. */
export interface Person {
  level: AssuranceLevel;
  /** `email:…`, `phone:…`, `oidc:…` or `device:…`: the same for one mailbox, number, account or device each time. */
  key: string;
  since: Date | null;
  /** Whether the address is one that services hand out to anybody for minutes. */
  isThrowaway: boolean;
}

/** Identities are worked out once per session, not once per vote. */
const people = new WeakMap<object, Person>();
const pseudonyms = new WeakMap<Person, Map<string, Voter>>();

/** Who the request comes from: the person signed in, or else the device, or nobody. */
export function personOf({ viewer, client }: Pick<Context, 'viewer' | 'client'>): Person | Promise<Person> | null {
  const source = viewer ?? client.device;
  if (!source) return null;
  const known = people.get(source);
  if (known) return known;
  const keep = (person: Person) => {
    people.set(source, person);
    return person;
  };
  if (!viewer) {
    const { id, since } = client.device ?? { id: '', since: null };
    return keep({ level: AssuranceLevel.DEVICE, key: `device:${id}`, since, isThrowaway: false });
  }
  const { level, key } = identityOf(viewer);
  const person = { level: AssuranceLevel[level], key, since: viewer.since ?? null };
  if (level !== 'EMAIL') return keep({ ...person, isThrowaway: false });
  if (viewer.isThrowaway !== undefined) return keep({ ...person, isThrowaway: viewer.isThrowaway });
  return isThrowaway(key).then((answer) => keep({ ...person, isThrowaway: answer }));
}

/**
 * The pseudonym under which a person votes in one competition: a keyed hash of their identity, so that votes name
 * nobody, one identity is one voter, and pseudonyms of two competitions cannot be linked. `bucket` is its first byte;
 * both must never change, or people could vote twice.
 */
export function voterOf({ secret }: Pick<Context, 'secret'>, competitionId: string, person: Person): Voter {
  let mine = pseudonyms.get(person);
  if (!mine) pseudonyms.set(person, (mine = new Map()));
  let voter = mine.get(competitionId);
  if (!voter) mine.set(competitionId, (voter = pseudonymOf(secret, competitionId, person.key)));
  return voter;
}

/** The pseudonym of an identity's key; also for ballots that come from a file. */
export function pseudonymOf(secret: string, competitionId: string, key: string): Voter {
  // Addresses came first and stand for themselves; every other kind of key says what it is.
  const hash = createHmac('sha256', secret)
    .update(`voter/${competitionId}/${key.replace(/^email:/, '')}`)
    .digest();
  const bucket = hash.readUInt8(0);
  const hex = hash.toString('hex');
  // Shaped like a UUID of version 8 (custom), so that it fits a uuid column.
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { id, bucket };
}
