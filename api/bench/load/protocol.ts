import type { PlanName } from './plans.ts';

/** What the bench tells the load generator, and what it hears back. All times in milliseconds unless said. */
export interface Target {
  type: 'target';
  /** Of the servers; the connections are shared out among them in turn. */
  ports: number[];
  /** The server's secret, by which the voters' cookies are signed. */
  secret: string;
  voters: number;
}

export type Operation = 'castVote' | 'benchNoop' | 'benchNaive' | 'viewer';

export interface RunOrder {
  type: 'run';
  operation: Operation;
  plan: PlanName;
  /** How many of the voters take part (all). */
  voters?: number;
  /** Where in the plan to begin: runs that must not repeat each other's votes begin where the one before ended. */
  from?: number;
  /** The entries that can be voted for. */
  entries: string[];
  /** Keys of votes are made of it and the number of the request, so that each run has its own. */
  seed: number;
  connections: number;
  /** The most requests, and the longest time. */
  limit: number;
  seconds: number;
  /** Requests per second of an open loop; without it each connection sends when its answer is there. */
  rate?: number;
  /** Where the history of each vote is kept; whatever has no clear outcome is then sent again until it has. */
  history?: string;
}

/** No new requests; what waits for an outcome gets `settleSeconds` to find it. */
interface StopOrder {
  type: 'stop';
  settleSeconds: number;
}

export type Order = Target | RunOrder | StopOrder;

/** One second of an open loop. Requests count in the second in which they should have been sent. */
export interface Second {
  sent: number;
  ok: number;
  /** Refused in a way the client can act on. */
  refused: number;
  /** No answer, or one that nobody can act on. */
  failed: number;
  p50: number;
  p99: number;
  /** The part of the processors' time that a hypervisor gave to others. */
  stolen: number;
}

export interface RunResult {
  type: 'done';
  /** From the first request to the last answer. */
  seconds: number;
  sent: number;
  answered: number;
  /** By the name of the answer's type, the code of its error, or how the connection failed. */
  outcomes: Record<string, number>;
  /** Of the successful ones. */
  p50: number;
  p99: number;
  max: number;
  /** Microseconds of processor time of the generator. */
  cpu: number;
  perSecond: Second[];
  /** Votes sent again because their outcome was not known, and those whose outcome never came. */
  retried: number;
  unsettled: number;
}

export interface Progress {
  type: 'progress';
  ok: number;
}

export const success = new Set(['CastVoteSuccess', 'true', 'COUNTED', 'object']);

export const sumOf = (outcomes: Record<string, number>, wanted: (name: string) => boolean): number =>
  Object.entries(outcomes).reduce((sum, [name, count]) => sum + (wanted(name) ? count : 0), 0);

export const successes = (outcomes: Record<string, number>) => sumOf(outcomes, (name) => success.has(name));

/** Names of answers that tell a client what to do next. Everything else is ours to explain. */
const typed = /^(?:[A-Z][A-Za-z]*Error|(?:429|503) [A-Z_]+)$/;
export const isTypedRefusal = (name: string) => typed.test(name);
