import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

interface LeaveGuard {
  /** Somebody is leaving, and is asked first. */
  isAsking: boolean;
  stay: () => void;
  leave: () => void;
  /** Does it, or asks before. */
  pass: (onward: () => void) => void;
}

/** The address that a click leads to within these pages; null for every other click. */
function leadsTo(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download')) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  return origin === location.origin && pathname !== location.pathname ? pathname + search + hash : null;
}

/**
 * Asks before changes are left behind by a link or by closing the page, where the browser asks in its own words. The
 * router without data has no blocker of its own, so going back is not asked; the draft is then found on the device.
 */
export function useLeaveGuard(hasChanges: boolean): LeaveGuard {
  const navigate = useNavigate();
  const [onward, setOnward] = useState<() => void>();
  useEffect(() => {
    if (!hasChanges) return;
    const onClick = (event: MouseEvent) => {
      const address = leadsTo(event);
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      setOnward(() => () => void navigate(address));
    };
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, true);
    window.addEventListener('beforeunload', onClose);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('beforeunload', onClose);
    };
  }, [hasChanges, navigate]);
  return {
    isAsking: onward !== undefined,
    stay: () => setOnward(undefined),
    leave() {
      setOnward(undefined);
      onward?.();
    },
    pass(next) {
      if (hasChanges) setOnward(() => next);
      else next();
    },
  };
}
