import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { makeAutosave, type Autosave, type SaveOutcome } from './autosave';

/** Autosave for as long as a page is open; leaving it, or hiding it, saves at once. */
export function useAutosave(save: () => Promise<SaveOutcome>): Autosave {
  const latest = useRef(save);
  useLayoutEffect(() => {
    latest.current = save;
  });
  const [autosave] = useState(() => {
    let live = makeAutosave({ save: () => latest.current() });
    return {
      touch: () => live.touch(),
      flush: () => live.flush(),
      dispose: () => live.dispose(),
      /** In development React mounts everything twice; the second time needs new timers. */
      revive: () => {
        live = makeAutosave({ save: () => latest.current() });
      },
    };
  });

  useEffect(() => {
    autosave.revive();
    const flush = () => void autosave.flush();
    const flushHidden = () => document.hidden && flush();
    addEventListener('online', flush);
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushHidden);
    return () => {
      removeEventListener('online', flush);
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flushHidden);
      flush();
      autosave.dispose();
    };
  }, [autosave]);

  return autosave;
}
