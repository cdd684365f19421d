import { useEffect, useRef, useState } from 'react';
import { forget, keep, kept } from '../ui/saving/keep';

export interface KeptDraft<D> {
  draft: D;
  hasChanges: boolean;
  /** Changes from an earlier visit were found on this device. */
  isResumed: boolean;
  isSaving: boolean;
  change: (draft: D) => void;
  /** Back to what is saved. */
  discard: () => void;
  /**
   * Sends the draft, and waits until the page has what is saved now: `send` says whether it was taken. Answers whether
   * all that is written now was sent.
   */
  save: (send: (draft: D) => Promise<boolean>) => Promise<boolean>;
}

interface Options<D> {
  /** Once it stands, only what is saved is shown. */
  isFrozen?: boolean;
  /** A draft kept by an earlier version of the page may have another shape. */
  isDraft?: (value: unknown) => value is D;
  /** The same for two drafts that would save the same. */
  fingerprint?: (draft: D) => string;
}

interface Written<D> {
  /** The fingerprint of the saved state that it was written on. */
  base: string;
  draft: D;
}

/**
 * What is being written, kept on this device until it is saved. What was written on a state that somebody has replaced
 * since is gone.
 */
export function useKeptDraft<D>(
  key: string,
  saved: D,
  { isFrozen = false, isDraft, fingerprint = (draft) => JSON.stringify(draft) }: Options<D> = {},
): KeptDraft<D> {
  const isWritten = (value: unknown): value is Written<D> =>
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Written<D>).base === 'string' &&
    (isDraft?.((value as Written<D>).draft) ?? true);
  const base = fingerprint(saved);
  const [before] = useState(() => (isFrozen ? undefined : kept(key, isWritten)));
  const [written, setWritten] = useState(before);
  const [taken, setTaken] = useState<Written<D>>();
  const [isSaving, setSaving] = useState(false);
  // While it is being saved, what is saved changes under it: a person who types on keeps every word.
  const draft = written && !isFrozen && (isSaving || written.base === base) ? written.draft : saved;
  // The server may have put it a little otherwise than it was sent, which is no change to be saved.
  const isTaken = taken?.base === base && taken.draft === draft;
  const hasChanges = fingerprint(draft) !== base && !isTaken;
  const latest = useRef({ base, draft });
  useEffect(() => {
    latest.current = { base, draft };
  });
  return {
    draft,
    hasChanges,
    isResumed: hasChanges && before !== undefined && written === before,
    isSaving,
    change(next) {
      setWritten({ base, draft: next });
      if (fingerprint(next) === base) forget(key);
      else keep(key, { base, draft: next });
    },
    discard() {
      forget(key);
      setWritten(undefined);
    },
    async save(send) {
      setSaving(true);
      const isDone = await send(draft).finally(() => setSaving(false));
      if (!isDone) return false;
      const isAsSent = latest.current.draft === draft;
      setTaken({ base: latest.current.base, draft });
      if (isAsSent) {
        forget(key);
      } else {
        // What was written in the meantime goes on from what is saved now.
        setWritten(latest.current);
        keep(key, latest.current);
      }
      return isAsSent;
    },
  };
}
