import { useEffect } from 'react';
import { useLocation } from 'react-router';

const storageKey = 'laurel.competition';

/** The competition one is in, or was in last on this device: whose votes "my votes" are. */
export function useLastCompetition(): string | null {
  const { pathname } = useLocation();
  const slug = /^\/c\/([^/]+)/.exec(pathname)?.[1] ?? null;
  useEffect(() => {
    try {
      if (slug) localStorage.setItem(storageKey, slug);
    } catch {
      // Without storage the link is there on the pages of a competition only.
    }
  }, [slug]);
  return slug ?? last();
}

function last(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
