import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const resolutionMs = 10;

/** libuv takes so many events at a time; while there are as many again, it goes on in the same turn, up to 48 times. */
const eventsAtATime = 1024;

/**
 * What a turn of the event loop says of how dear its events were: a turn that is long because very many were heard, and
 * mostly refused, says nothing. In milliseconds.
 */
export const turnPerThousand = (longestMs: number, events: number): number =>
  longestMs / Math.max(1, events / eventsAtATime);

/**
 * The longest turn of the event loop in milliseconds since it was asked last, for each thousand events heard since; null
 * while the same turn is still going on.
 */
export function turnMeter(): () => number | null {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  const heard = () => performance.nodeTiming.uvMetricsInfo.events;
  let before = heard();
  return () => {
    // Its events are told together with it.
    if (delays.count === 0) return null;
    const longest = delays.max / 1e6 - resolutionMs;
    delays.reset();
    const events = heard() - before;
    before += events;
    return turnPerThousand(longest, events);
  };
}
