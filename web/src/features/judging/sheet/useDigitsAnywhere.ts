import { useEffect } from 'react';

/**
 * A digit typed while reading goes into the box with this id: the keyboard scrolls through the entry, and the first
 * digit begins to mark it.
 */
export function useDigitsAnywhere(boxId: string | undefined): void {
  useEffect(() => {
    const onKeyDown = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (!boxId || !/^\d$/.test(key) || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest('input, textarea, select, [role=dialog]')) return;
      // The box has the focus before the digit is put anywhere.
      document.getElementById(boxId)?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [boxId]);
}
