/** Between two readings at least this many milliseconds, however fast sheets come in. */
const pause = 300;
/** How often to look where nothing is pushed, and, in case something was missed, where it is. */
const every = { polled: 5000, pushed: 30_000 };
const retryAfter = 30_000;

interface Watcher {
  onChange: () => void;
  /** Whether the server tells of changes by itself, at once. */
  onPushed: (isPushed: boolean) => void;
}

/** Calls whenever scores of a competition may have changed, as long as somebody looks; returns how to stop. */
export function watchScores(slug: string, { onChange, onPushed }: Watcher): () => void {
  const news = atMostEvery(pause, onChange);
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const pace = (isPushed: boolean) => {
    clearInterval(timer);
    timer = setInterval(() => document.hidden || onChange(), isPushed ? every.pushed : every.polled);
    onPushed(isPushed);
  };
  const open = () => {
    clearTimeout(retry);
    if (typeof EventSource === 'undefined') return;
    const own = new EventSource(`/api/events/scores?competition=${encodeURIComponent(slug)}`);
    source = own;
    own.addEventListener('scores', () => news.call());
    own.addEventListener('open', () => {
      pace(true);
      // What changed while nobody listened.
      news.call();
    });
    own.addEventListener('error', () => {
      pace(false);
      // After a refusal the browser gives up; after a broken line it tries again by itself.
      if (own.readyState === EventSource.CLOSED) retry = setTimeout(open, retryAfter);
    });
  };
  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };
  const turn = () => {
    close();
    if (document.hidden) return;
    onChange();
    open();
  };
  pace(false);
  open();
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    close();
    clearInterval(timer);
    news.stop();
  };
}

/** The first call acts at once, the last of those that come too soon acts when the time is up. */
function atMostEvery(milliseconds: number, act: () => void) {
  let last = -Infinity;
  let later: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      if (later !== undefined) return;
      const left = last + milliseconds - performance.now();
      const now = () => {
        later = undefined;
        last = performance.now();
        act();
      };
      if (left <= 0) now();
      else later = setTimeout(now, left);
    },
    stop: () => clearTimeout(later),
  };
}
