import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After a change of page, reading and tabbing go on from the new content and not from the old link. */
export function useFocusOnArrival(id: string): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const main = document.getElementById(id);
    // A page may have put the focus where it wants it, such as into its first field.
    if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
  }, [id, pathname]);
}
