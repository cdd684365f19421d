import type { Readable } from 'node:stream';

/** How a browser sends the bytes of one upload. */
export interface SendingTo {
  url: string;
  method: 'PUT';
  headers: Record<string, string>;
}

export interface Incoming {
  id: string;
  size: number;
  type: string;
  expiresAt: Date;
  /** From now until then. */
  validSeconds: number;
}

/** Where files lie: a folder of this machine, or a bucket. Keys are ours, never made of what people wrote. */
export interface Storage {
  /** The origin that browsers send to, where it is not our own. */
  readonly origin: string | null;
  /** An address good for one upload of exactly this size and type, until it expires. */
  addressFor(incoming: Incoming): Promise<SendingTo>;
  /** The bytes that came, as a file of this machine that is gone after `work`; null where none came. */
  withIncoming<T>(id: string, mostBytes: number, work: (file: string) => Promise<T>): Promise<T | null>;
  /** Forgets what came under an id. */
  dropIncoming(id: string): Promise<void>;
  /** Keeps a file of this machine; it may be moved. */
  keep(key: string, file: string, type: string): Promise<void>;
  /** The bytes, or those from `start` to `end` inclusive; null where there are none. */
  read(key: string, range?: { start: number; end: number }): Promise<Readable | null>;
  erase(keys: readonly string[]): Promise<void>;
}

/** What came is larger than what was agreed. */
export class TooManyBytes extends Error {}

/** There is no room left for it. */
export class StorageFull extends Error {}
