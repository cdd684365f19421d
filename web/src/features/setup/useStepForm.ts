import type { TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type Done, type ErrorAt, type Refused } from '../../forms/useAct';
import { useFocusOnWrong } from '../../forms/useFocusOnWrong';
import { useKeptDraft, type KeptDraft } from '../../forms/useKeptDraft';

export interface StepForm<D, Refusal = unknown> extends Omit<KeptDraft<D>, 'save' | 'isResumed'> {
  errorAt: ErrorAt;
  refusal: Refusal | undefined;
  problem: string | undefined;
  /** That it is saved, and what else is to be said about it. */
  news: readonly string[];
  save: () => Promise<void>;
}

interface Options<D, Input> {
  /** Of the place on this device. */
  key: string;
  saved: D;
  inputOf: (draft: D) => Input;
  /** Lets the page ask for what is saved now, before it says that it is. */
  onSaved: (draft: D) => Promise<void>;
}

/** One step of the set-up as it is being written. */
export function useStepForm<D, Data extends object, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  { key, saved, inputOf, onSaved }: Options<D, Input>,
): StepForm<D, Refused<Data>> {
  const { t } = useTranslation('forms');
  const { save, change, discard, ...form } = useKeptDraft(`laurel.setup.${key}`, saved);
  const act = useAct(mutation, { shows: 'all' });
  const [news, setNews] = useState<readonly string[]>([]);
  useFocusOnWrong(act.refusal);
  return {
    ...form,
    errorAt: act.errorAt,
    refusal: act.refusal,
    problem: act.problem,
    news,
    change(next) {
      setNews([]);
      act.clear();
      change(next);
    },
    discard() {
      act.clear();
      discard();
    },
    async save() {
      setNews([]);
      let notes: readonly string[] = [];
      const isAllSaved = await save(async (draft) => {
        const done = await act.run(inputOf(draft));
        if (!done) return false;
        notes = notesOf(done);
        await onSaved(draft);
        return true;
      });
      setNews([...(isAllSaved ? [t('save.saved')] : []), ...notes]);
    },
  };
}

const notesOf = <Data>(done: Done<Data>) => (done as { notes?: readonly string[] }).notes ?? [];
