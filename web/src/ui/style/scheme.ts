import { useSyncExternalStore } from 'react';

type Scheme = 'light' | 'dark';

/** early.js reads the same place before the first paint. */
const storageKey = 'mantine-color-scheme-value';
const attribute = 'data-mantine-color-scheme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Scheme | null {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

let current: Scheme = chosen() ?? (system.matches ? 'dark' : 'light');

function apply(scheme: Scheme): void {
  current = scheme;
  document.documentElement.setAttribute(attribute, scheme);
  for (const listener of listeners) listener();
}

apply(current);
system.addEventListener('change', () => apply(chosen() ?? (system.matches ? 'dark' : 'light')));

/** The reader's own choice, from now on and in every visit. */
export function chooseScheme(scheme: Scheme): void {
  try {
    localStorage.setItem(storageKey, scheme);
  } catch {
    // Without storage the choice lasts for this visit.
  }
  apply(scheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Light or dark, as the reader chose or as their system is. */
export const useScheme = (): Scheme => useSyncExternalStore(subscribe, () => current);
