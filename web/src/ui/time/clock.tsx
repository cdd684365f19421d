import { createContext, use, useEffect, useState } from 'react';

/** How many milliseconds this machine's clock is behind the server's. */
const ClockOffset = createContext(0);

export const ClockProvider = ClockOffset.Provider;

/** The server's "now" in milliseconds, renewed every `interval` of them. */
export function useNow(interval = 1000): number {
  const offset = use(ClockOffset);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = () => setNow(Date.now());
    // A sleeping phone stops its timers; catch up when it wakes.
    document.addEventListener('visibilitychange', tick);
    const timer = setInterval(tick, interval);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [interval]);
  return now + offset;
}
