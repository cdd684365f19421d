import { createHmac, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Clock } from '../../../core/clock.ts';
import type { Viewer } from '../../../core/context.ts';
import { cookieOf } from './cookies.ts';
import { identityOf } from '../identity.ts';
import { recentMembershipMs } from '../recent-membership.ts';
import { isThrowaway } from '../sign-in/throwaway.ts';

export const sessionSeconds = 7 * 24 * 60 * 60;
/** A session that is in use is prolonged once a day. */
export const renewalSeconds = 24 * 60 * 60;
/**
 * For how long at most an answer is given from memory. A session ended in another process lives on for that long: a
 * minute, in which a voter casts most of their votes, saves a quarter of what a vote costs.
 */
const cacheMs = 60_000;
const cachedSessions = 200_000;
const batchSize = 1000;
/** So many do not wait for more to come. */
const worthAStatement = 256;

const sessionCookieName = (publicUrl: string): string =>
  `${publicUrl.startsWith('https:') ? '__Secure-' : ''}laurel.session_token`;

/** What is known of a signed cookie. `readAt` is when the database was asked, on a clock that never goes back. */
interface Known {
  viewer: Viewer | null;
  expiresAt: number;
  readAt: number;
}

interface Waiting extends PromiseWithResolvers<Known> {
  token: string;
  /** Signed out while being read: the answer must not be kept. */
  isForgotten: boolean;
}

interface Row {
  token: string;
  expires_at: Date;
  id: string;
  name: string;
  email: string;
  since: Date;
  phone: string | null;
  oidc: string | null;
  locale: string | null;
  organization_ids: string[];
  holds_seat: boolean;
}

/**
 * All a request needs to know of who sends it. Memberships and seats belong to other modules, but read here they save
 * a statement on every vote and on every page of entries. Memberships that ended lately count: they are for the rule that
 * nobody votes for their own.
 */
const statement = `select s.token, s.expires_at, u.id, u.name, u.email, u.created_at as since, u.locale,
    case when u.phone_number_verified then u.phone_number end as phone,
    (select a.provider_id || ':' || a.account_id from accounts a
      where a.user_id = u.id order by a.created_at, a.id limit 1) as oidc,
    array(select distinct m.organization_id::text from organization_members m
      where m.user_id = u.id and (m.left_at is null or m.left_at > $2) order by 1) as organization_ids,
    exists (select from judges j where j.user_id = u.id) as holds_seat
  from sessions s join users u on u.id = s.user_id where s.token = any($1)`;

interface SessionReaderDeps {
  pool: Pick<Pool, 'query'>;
  secret: string;
  publicUrl: string;
  clock: Clock;
  /** Milliseconds on a clock that never goes back. */
  ticks?: () => number;
}

/**
 * Says who sends a request. It reads the cookies that better-auth signs and the rows it writes, and decides as its
 * getSession would; but where that asks the database for every request, this asks once for all requests that arrive
 * together, and for the next minute not at all.
 */
export class SessionReader {
  readonly #deps: SessionReaderDeps;
  readonly #ticks: () => number;
  readonly #cookieName: string;
  /** By the whole cookie value, which gets in only after its signature was verified: a hit needs no HMAC. */
  readonly #known = new LRUCache<string, Known>({ max: cachedSessions });
  readonly #waiting = new Map<string, Waiting>();
  readonly #beingRead = new Map<string, Waiting>();

  constructor(deps: SessionReaderDeps) {
    this.#deps = deps;
    this.#ticks = deps.ticks ?? (() => performance.now());
    this.#cookieName = sessionCookieName(deps.publicUrl);
  }

  /** Null for a visitor; at once, without a promise, when known from a moment ago. */
  viewerOf(cookieHeader: string | undefined): Viewer | null | Promise<Viewer | null> {
    const value = cookieOf(cookieHeader, this.#cookieName);
    if (!value) return null;
    const known = this.#known.get(value);
    if (known && this.#ticks() - known.readAt < cacheMs) return this.#viewerIn(known);
    const token = this.#tokenIn(value);
    return token === null ? null : this.#read(value, token).then((found) => this.#viewerIn(found));
  }

  /** For sign-out, once the session is gone from the database: the cookie is nobody's from now on. */
  forget(cookieHeader: string | undefined): void {
    const value = cookieOf(cookieHeader, this.#cookieName);
    if (!value) return;
    this.#known.delete(value);
    const reading = this.#beingRead.get(value);
    if (reading) reading.isForgotten = true;
  }

  #viewerIn({ viewer, expiresAt }: Known): Viewer | null {
    return viewer && expiresAt >= this.#deps.clock.now().getTime() ? viewer : null;
  }

  /** The token, if the signature after its last dot is ours. */
  #tokenIn(value: string): string | null {
    const dot = value.lastIndexOf('.');
    if (dot < 1 || value.length - dot - 1 !== 44) return null;
    const token = value.slice(0, dot);
    const ours = createHmac('sha256', this.#deps.secret).update(token).digest();
    const theirs = Buffer.from(value.slice(dot + 1), 'base64');
    return theirs.length === ours.length && timingSafeEqual(theirs, ours) ? token : null;
  }

  #read(value: string, token: string): Promise<Known> {
    const beingRead = this.#beingRead.get(value);
    const same = this.#waiting.get(value) ?? (beingRead?.isForgotten ? undefined : beingRead);
    if (same) return same.promise;
    const waiting = { ...Promise.withResolvers<Known>(), token, isForgotten: false };
    this.#waiting.set(value, waiting);
    // After this turn of the event loop, in which every request that has already arrived is heard, but under a flood a turn
    // can take seconds; while a statement is under way, the next one gathers.
    if (this.#beingRead.size === 0) {
      if (this.#waiting.size === 1) setImmediate(() => void this.#readTogether());
      if (this.#waiting.size === worthAStatement) void this.#readTogether();
    }
    return waiting.promise;
  }

  async #readTogether(): Promise<void> {
    if (this.#beingRead.size > 0) return;
    while (this.#waiting.size > 0) {
      for (const [value, waiting] of this.#waiting) {
        if (this.#beingRead.size === batchSize) break;
        this.#beingRead.set(value, waiting);
        this.#waiting.delete(value);
      }
      const readAt = this.#ticks();
      const batch = new Map(this.#beingRead);
      try {
        const found = await this.#ask([...batch.values()].map(({ token }) => token));
        for (const [value, waiting] of batch) {
          const known = { ...(found.get(waiting.token) ?? { viewer: null, expiresAt: 0 }), readAt };
          if (!waiting.isForgotten) this.#known.set(value, known);
          waiting.resolve(known);
        }
      } catch (error) {
        for (const waiting of batch.values()) waiting.reject(error);
      }
      this.#beingRead.clear();
    }
  }

  async #ask(tokens: string[]): Promise<Map<string, Omit<Known, 'readAt'>>> {
    const now = this.#deps.clock.now().getTime();
    const recent = new Date(now - recentMembershipMs);
    const { rows } = await this.#deps.pool.query<Row>({ name: 'sessions', text: statement, values: [tokens, recent] });
    const isOver = (row: Row) => row.expires_at.getTime() < now;
    await this.#drop(rows.filter(isOver));
    const inUse = rows.filter((row) => !isOver(row));
    const due = (row: Row) => row.expires_at.getTime() - (sessionSeconds - renewalSeconds) * 1000 <= now;
    const renewedUntil = await this.#renew(inUse.filter(due), now);
    const known = inUse.map(async (row) => {
      const expiresAt = renewedUntil.get(row.token) ?? row.expires_at.getTime();
      return [row.token, { viewer: await viewerIn(row), expiresAt }] as const;
    });
    return new Map(await Promise.all(known));
  }

  async #drop(rows: Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#deps.pool.query('delete from sessions where token = any($1)', [rows.map(({ token }) => token)]);
  }

  /** The new ends by token; a session signed out in this very moment has none and ends with the old one. */
  async #renew(rows: Row[], now: number): Promise<Map<string, number>> {
    if (rows.length === 0) return new Map();
    const expiresAt = now + sessionSeconds * 1000;
    const renewed = await this.#deps.pool.query<{ token: string }>(
      'update sessions set expires_at = $2, updated_at = $3 where token = any($1) returning token',
      [rows.map(({ token }) => token), new Date(expiresAt), new Date(now)],
    );
    return new Map(renewed.rows.map(({ token }) => [token, expiresAt]));
  }
}

async function viewerIn(row: Row): Promise<Viewer> {
  const { id, email, name, phone, oidc, since, locale, organization_ids: organizationIds, holds_seat: holdsSeat } = row;
  const viewer: Viewer = { id, email, name, phone, oidc, since, locale, organizationIds, holdsSeat };
  const { level, key } = identityOf(viewer);
  return { ...viewer, isThrowaway: level === 'EMAIL' && (await isThrowaway(key)) };
}
