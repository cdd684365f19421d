/** The one source of "now". Code never asks `new Date()`, so tests and seeds can live at any instant. */
export interface Clock {
  now(): Date;
  /** The instant to go by where the database has just said what time it is; without it, `now`. */
  at?(databaseNow: Date): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export function fixedClock(instant: Date | string): Clock & { set(next: Date | string): void } {
  let current = new Date(instant);
  return {
    now: () => new Date(current),
    set: (next) => {
      current = new Date(next);
    },
  };
}

/**
 * The database decides the time, so that several servers with drifting clocks agree on a deadline.
 * The offset is measured at the start and every `refreshMs`; in between the machine's own clock carries it.
 * An answer that took longer than a second to arrive is too vague and is left out.
 */
export async function databaseClock(
  readInstant: () => Promise<Date>,
  refreshMs = 30_000,
): Promise<Clock & { stop(): void }> {
  let offset = 0;
  const measure = async () => {
    const before = Date.now();
    const instant = await readInstant();
    const after = Date.now();
    if (after - before <= 1_000) offset = instant.getTime() - (before + after) / 2;
  };
  await measure();
  const timer = setInterval(() => void measure().catch(() => undefined), refreshMs);
  timer.unref();
  return {
    now: () => new Date(Date.now() + offset),
    at: (databaseNow) => databaseNow,
    stop: () => clearInterval(timer),
  };
}
