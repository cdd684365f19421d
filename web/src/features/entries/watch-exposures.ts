import type { ApolloClient } from '@apollo/client';
import { RecordExposuresDocument } from '../../gql/RecordExposures';

/** An entry counts as seen when half of its card was on the screen for so long. */
const seenShare = 0.5;
const seenMs = 1000;
const batchMs = 5000;
/** The server takes no more at once. */
const batchSize = 100;
/** It counts a person or device once an hour, so that telling it again would be noise. */
const againMs = 60 * 60_000;

const told = new Map<string, number>();

/**
 * Notes which entries were seen, so that those shown less often are not at a disadvantage. Looks at the elements that
 * carry `data-entry-id` inside `list`; tells the server every few seconds and when the page goes away.
 */
export function watchExposures(client: ApolloClient, competitionId: string, list: HTMLElement): () => void {
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const watched = new Set<Element>();
  let seen: string[] = [];

  const flush = () => {
    while (seen.length > 0) {
      const entryIds = seen.slice(0, batchSize);
      seen = seen.slice(batchSize);
      client
        .mutate({
          mutation: RecordExposuresDocument,
          variables: { input: { competitionId, entryIds } },
          fetchPolicy: 'no-cache',
          // It outlives the page, and never waits in line or sends anybody to sign in: it is not the reader's errand.
          context: { fetchOptions: { keepalive: true }, staysOnPage: true, isDroppable: true },
        })
        .catch(() => undefined);
    }
  };
  const see = (element: Element) => {
    timers.delete(element);
    const id = element.getAttribute('data-entry-id');
    if (!id || document.hidden || Date.now() - (told.get(id) ?? 0) < againMs) return;
    told.set(id, Date.now());
    seen.push(id);
  };
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, intersectionRatio } of changes) {
        clearTimeout(timers.get(target));
        timers.delete(target);
        if (intersectionRatio >= seenShare)
          timers.set(
            target,
            setTimeout(() => see(target), seenMs),
          );
      }
    },
    { threshold: seenShare },
  );
  const look = () => {
    for (const element of watched) {
      if (element.isConnected) continue;
      observer.unobserve(element);
      watched.delete(element);
    }
    for (const element of list.querySelectorAll('[data-entry-id]')) {
      if (watched.has(element)) continue;
      watched.add(element);
      observer.observe(element);
    }
  };
  look();
  const mutations = new MutationObserver(look);
  mutations.observe(list, { childList: true, subtree: true });
  const timer = setInterval(flush, batchMs);
  addEventListener('pagehide', flush);
  return () => {
    observer.disconnect();
    mutations.disconnect();
    clearInterval(timer);
    removeEventListener('pagehide', flush);
    for (const waiting of timers.values()) clearTimeout(waiting);
    flush();
  };
}
