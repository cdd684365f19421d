import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forget, keep, kept } from '../../ui/saving/keep';

export type ErrorAt = (path: string) => string | undefined;

/** What became of a save: nothing wrong, or what is, as the API says it. */
export interface Answer {
  __typename?: string;
  message?: string;
  fields?: readonly { path: string; message: string }[];
  notes?: readonly string[];
}

export interface StepForm<D> {
  draft: D;
  hasChanges: boolean;
  isSaving: boolean;
  errorAt: ErrorAt;
  problem: string | undefined;
  /** That it is saved, and what is to be said about it. */
  news: readonly string[] | undefined;
  change: (draft: D) => void;
  discard: () => void;
  save: () => Promise<boolean>;
}

/**
 * One step of the set-up as it is being written. It stays on this device until it is saved; what was written on a state
 * that somebody has replaced since is gone.
 */
export function useStepForm<D>(key: string, saved: D, send: (draft: D) => Promise<Answer | undefined>): StepForm<D> {
  const { t } = useTranslation('setup');
  const base = JSON.stringify(saved);
  const [written, setWritten] = useState(() => kept(key, isWritten));
  const [refused, setRefused] = useState<Answer>();
  const [news, setNews] = useState<readonly string[]>();
  const [isSaving, setSaving] = useState(false);
  const draft = written?.base === base ? (written.draft as D) : saved;
  const hasChanges = JSON.stringify(draft) !== base;
  const tries = useRef(0);
  // The bar with its button is always in sight; what comes of pressing it may not be.
  useEffect(() => {
    if (refused) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return {
    draft,
    hasChanges,
    isSaving,
    errorAt: (path) => refused?.fields?.find((field) => field.path === path)?.message,
    problem: refused?.message,
    news,
    change(next) {
      setNews(undefined);
      setRefused(undefined);
      setWritten({ base, draft: next });
      if (JSON.stringify(next) === base) forget(key);
      else keep(key, { base, draft: next });
    },
    discard() {
      forget(key);
      setRefused(undefined);
      setWritten(undefined);
    },
    async save() {
      const now = (tries.current += 1);
      setSaving(true);
      setNews(undefined);
      setRefused(undefined);
      const answer = await send(draft).catch(() => undefined);
      if (now !== tries.current) return false;
      setSaving(false);
      if (!answer?.__typename?.endsWith('Success')) {
        setRefused({ message: t('network'), ...answer });
        return false;
      }
      forget(key);
      setNews([t('saved'), ...(answer.notes ?? [])]);
      return true;
    },
  };
}

interface Written {
  base: string;
  draft: unknown;
}
const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && typeof (value as Written).base === 'string';
