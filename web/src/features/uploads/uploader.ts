import type { FilePurpose } from '@laurel/schema/files';

/** A file on its way from this device. */
export interface Sending {
  key: string;
  name: string;
  size: number;
  purpose: FilePurpose;
  state: 'waiting' | 'sending' | 'checking' | 'resting' | 'failed';
  /** From 0 to 1. */
  share: number;
  /** Why it came to nothing, in the reader's language; null where only the connection is to blame. */
  message: string | null;
  canRetry: boolean;
}

export interface Address {
  uploadId: string;
  url: string;
  method: string;
  headers: readonly { name: string; value: string }[];
}

type Refused = { is: 'refused'; message: string };
export type Finished =
  | { is: 'ready' }
  | Refused
  | { is: 'missing'; isExpired: boolean }
  | { is: 'busy'; seconds: number };

/** What sending is made of; whatever these throw is a lost connection. */
export interface Steps {
  begin(file: File, name: string, purpose: FilePurpose): Promise<{ is: 'begun'; address: Address } | Refused>;
  put(file: File, address: Address, onShare: (share: number) => void, signal: AbortSignal): Promise<'done' | 'expired'>;
  finish(uploadId: string): Promise<Finished>;
  remove(uploadId: string): Promise<unknown>;
  /** Waits, or less when the connection is back. */
  rest(ms: number): Promise<void>;
}

/** What was refused with a sentence for the reader: sending it again would not help. */
export class RefusedError extends Error {}

const atOnce = 2;
const mostTries = 8;

/** One second first, half a minute at most. */
export const pauseBefore = (attempt: number): number => Math.min(30_000, 1000 * 2 ** attempt);

interface Job {
  file: File;
  shown: Sending;
  address: Address | null;
  ending: AbortController;
}

/**
 * Sends files two at a time, each until it is there: a lost connection is waited out with growing pauses, and after that
 * by hand. Files are forgotten with the page; what has arrived stays.
 */
export class Uploader {
  #jobs: readonly Job[] = [];
  #snapshot: readonly Sending[] = [];
  #serial = 0;
  #arrived: string | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly steps: Steps,
    private readonly onReady: () => void,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): readonly Sending[] => this.#snapshot;

  /** The newest that is there, until somebody takes note of it. */
  arrived = (): string | null => this.#arrived;

  take(uploadId: string): void {
    if (this.#arrived === uploadId) this.#arrived = null;
  }

  add(file: File, name: string, purpose: FilePurpose, problem: string | null = null): void {
    this.#serial += 1;
    const shown: Sending = {
      key: String(this.#serial),
      name,
      size: file.size,
      purpose,
      state: problem === null ? 'waiting' : 'failed',
      share: 0,
      message: problem,
      canRetry: false,
    };
    this.#jobs = [...this.#jobs, { file, shown, address: null, ending: new AbortController() }];
    this.#tell();
    this.#next();
  }

  retry(key: string): void {
    const job = this.#jobs.find(({ shown }) => shown.key === key);
    if (job?.shown.state !== 'failed' || !job.shown.canRetry) return;
    this.#show(job, { state: 'waiting', message: null, canRetry: false });
    this.#next();
  }

  drop(key: string): void {
    const job = this.#jobs.find(({ shown }) => shown.key === key);
    if (!job) return;
    job.ending.abort();
    this.#jobs = this.#jobs.filter((other) => other !== job);
    // If nobody hears it, it is swept away in a day.
    if (job.address) void this.steps.remove(job.address.uploadId).catch(() => undefined);
    this.#tell();
    this.#next();
  }

  #next(): void {
    const busy = this.#jobs.filter(({ shown: { state } }) => state !== 'waiting' && state !== 'failed').length;
    const job = this.#jobs.find(({ shown }) => shown.state === 'waiting');
    if (!job || busy >= atOnce) return;
    this.#show(job, { state: 'sending' });
    void this.#send(job).finally(() => this.#next());
    this.#next();
  }

  async #send(job: Job): Promise<void> {
    const isOver = () => job.ending.signal.aborted;
    for (let attempt = 0; attempt < mostTries && !isOver(); attempt += 1) {
      try {
        const finished = await this.#try(job);
        if (isOver()) return;
        if (finished.is === 'ready') {
          this.#jobs = this.#jobs.filter((other) => other !== job);
          this.#arrived = job.address?.uploadId ?? null;
          this.#tell();
          this.onReady();
          return;
        }
        if (finished.is === 'refused') {
          this.#show(job, { state: 'failed', message: finished.message });
          return;
        }
        if (finished.is === 'missing' && finished.isExpired) job.address = null;
        if (finished.is === 'busy') {
          await this.steps.rest(finished.seconds * 1000);
          continue;
        }
      } catch (error) {
        if (isOver()) return;
        if (error instanceof RefusedError) {
          this.#show(job, { state: 'failed', message: error.message });
          return;
        }
      }
      if (attempt === mostTries - 1) break;
      this.#show(job, { state: 'resting' });
      await this.steps.rest(pauseBefore(attempt));
    }
    if (!isOver()) this.#show(job, { state: 'failed', message: null, canRetry: true });
  }

  async #try(job: Job): Promise<Finished> {
    const { file, shown, ending } = job;
    if (!job.address) {
      const begun = await this.steps.begin(file, shown.name, shown.purpose);
      if (begun.is === 'refused') return begun;
      job.address = begun.address;
    } else {
      // It may have arrived although we never heard of it.
      const finished = await this.steps.finish(job.address.uploadId);
      if (finished.is !== 'missing' || finished.isExpired) return finished;
    }
    this.#show(job, { state: 'sending', share: 0 });
    const sent = await this.steps.put(file, job.address, (share) => this.#show(job, { share }), ending.signal);
    if (sent === 'expired') return { is: 'missing', isExpired: true };
    this.#show(job, { state: 'checking', share: 1 });
    return await this.steps.finish(job.address.uploadId);
  }

  #show(job: Job, change: Partial<Sending>): void {
    job.shown = { ...job.shown, ...change };
    this.#tell();
  }

  #tell(): void {
    this.#snapshot = this.#jobs.map(({ shown }) => shown);
    for (const listener of this.#listeners) listener();
  }
}
