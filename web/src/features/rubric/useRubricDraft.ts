import type { RubricInput } from '@laurel/schema/rubric';
import { useState } from 'react';
import { forget, keep, kept } from '../../ui/saving/keep';
import { draftOf, fingerprint, isDraft, noDraft, rubricOf, type Declared, type Draft, type Problems } from './draft';

export interface RubricDraft {
  draft: Draft;
  /** Null while something is wrong. */
  rubric: RubricInput | null;
  problems: Problems;
  /** What the server found wrong, by path, until something is changed. */
  refused: Record<string, string>;
  hasChanges: boolean;
  /** Changes from an earlier visit were found on this device. */
  isResumed: boolean;
  change: (draft: Draft) => void;
  refuse: (fields: readonly { path: string; message: string }[]) => void;
  /** Back to what is saved, or to nothing. */
  discard: () => void;
}

interface Written {
  /** The saved rubric that it was written on. */
  base: string;
  draft: Draft;
}
const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && isDraft((value as Written).draft);

/** The rubric being written. It stays on this device until it is saved. */
export function useRubricDraft(key: string, declared: Declared | null, isFrozen: boolean): RubricDraft {
  const saved = declared ? draftOf(declared) : noDraft;
  const base = declared ? fingerprint(saved) : '';
  const [before] = useState(() => (isFrozen ? undefined : kept(key, isWritten)));
  const [written, setWritten] = useState(before);
  const [refused, setRefused] = useState<Record<string, string>>({});
  // What was written on an older version is gone once that has been replaced, here or by somebody else.
  const draft = written?.base === base && !isFrozen ? written.draft : saved;
  const hasChanges = fingerprint(draft) !== fingerprint(saved);
  return {
    draft,
    ...rubricOf(draft),
    refused,
    hasChanges,
    isResumed: hasChanges && before !== undefined && written === before,
    change(next) {
      setRefused({});
      setWritten({ base, draft: next });
      if (fingerprint(next) === fingerprint(saved)) forget(key);
      else keep(key, { base, draft: next });
    },
    refuse: (fields) => setRefused(Object.fromEntries(fields.map(({ path, message }) => [path, message]))),
    discard() {
      forget(key);
      setRefused({});
      setWritten(undefined);
    },
  };
}
