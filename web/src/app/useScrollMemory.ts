import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const positions = new Map<string, number>();

/** A new page starts at its top; going back returns to where one was. */
export function useScrollMemory(): void {
  const { key, pathname, hash } = useLocation();
  const how = useNavigationType();
  const path = useRef(pathname);

  useEffect(() => {
    history.scrollRestoration = 'manual';
    const keep = () => positions.set(key, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [key]);

  useLayoutEffect(() => {
    const isSamePage = path.current === pathname;
    path.current = pathname;
    if (hash) {
      document.getElementById(hash.slice(1))?.scrollIntoView();
      return undefined;
    }
    if (how !== 'POP') {
      // A changed filter is the same page: the reader stays where they are.
      if (!isSamePage) scrollTo(0, 0);
      return undefined;
    }
    const wanted = positions.get(key) ?? 0;
    scrollTo(0, wanted);
    // The list may need a moment to be as long as it was.
    const again = requestAnimationFrame(() => scrollTo(0, wanted));
    return () => cancelAnimationFrame(again);
  }, [key, pathname, hash, how]);
}
