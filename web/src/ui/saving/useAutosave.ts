import { useEffect, useLayoutEffect, useState } from 'react';
import { makeAutosave, type Autosave, type SaveOutcome } from './autosave';

/** Autosave for as long as a page is open; leaving it, or hiding it, saves at once. */
export function useAutosave(save: () => Promise<SaveOutcome>): Autosave {
  const [handle] = useState(makeHandle);

  // A save goes out between two renders and has to be the newest one's.
  useLayoutEffect(() => handle.use(save));

  useEffect(() => {
    handle.start();
    const flush = () => void handle.flush();
    const flushHidden = () => document.hidden && flush();
    addEventListener('online', flush);
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushHidden);
    return () => {
      removeEventListener('online', flush);
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flushHidden);
      flush();
      handle.dispose();
    };
  }, [handle]);

  return handle;
}

function makeHandle() {
  let save = (): Promise<SaveOutcome> => Promise.resolve('saved');
  const begin = () => makeAutosave({ save: () => save() });
  let autosave = begin();
  return {
    use(newest: () => Promise<SaveOutcome>) {
      save = newest;
    },
    /** In development React mounts everything twice; the second time needs new timers. */
    start() {
      autosave = begin();
    },
    touch: () => autosave.touch(),
    flush: () => autosave.flush(),
    dispose: () => autosave.dispose(),
  };
}
