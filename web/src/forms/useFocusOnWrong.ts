import { useEffect } from 'react';

/** The button is always in sight, and the field that a refusal is about may not be: the focus goes there. */
export function useFocusOnWrong(refusal: unknown): void {
  useEffect(() => {
    if (refusal) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
}
