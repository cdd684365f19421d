import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorAt } from '../../forms/useAct';
import { forget, keep, kept } from '../../ui/saving/keep';

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
  /** Sends it, and lets the page ask for what is saved now before it says so. */
  save: (renew: () => Promise<void>) => Promise<void>;
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
  const [taken, setTaken] = useState<Written>();
  // While it is being saved, what is saved changes under it: who types on keeps every word.
  const draft = written && (isSaving || written.base === base) ? (written.draft as D) : saved;
  // The server may have put it a little otherwise than it was sent, which is no change to be saved.
  const isTaken = taken?.base === base && taken.draft === draft;
  const hasChanges = JSON.stringify(draft) !== base && !isTaken;
  const tries = useRef(0);
  const latest = useRef({ base, draft });
  useEffect(() => {
    latest.current = { base, draft };
  });
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
    async save(renew) {
      const sent = draft;
      const turn = (tries.current += 1);
      setSaving(true);
      setNews(undefined);
      setRefused(undefined);
      const answer = await send(sent).catch(() => undefined);
      if (turn !== tries.current) return;
      if (!answer?.__typename?.endsWith('Success')) {
        setSaving(false);
        setRefused({ message: t('network'), ...answer });
        return;
      }
      await renew();
      if (turn !== tries.current) return;
      setSaving(false);
      const isAsSent = latest.current.draft === sent;
      const sentences = [...(isAsSent ? [t('saved')] : []), ...(answer.notes ?? [])];
      setNews(sentences.length > 0 ? sentences : undefined);
      setTaken({ base: latest.current.base, draft: sent });
      if (isAsSent) {
        forget(key);
      } else {
        // What was written in the meantime goes on from what is saved now.
        setWritten(latest.current);
        keep(key, latest.current);
      }
    },
  };
}

interface Written {
  base: string;
  draft: unknown;
}
const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && typeof (value as Written).base === 'string';
