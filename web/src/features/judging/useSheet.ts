import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { codeOf } from '../../apollo/errors';
import { SaveMarksDocument } from '../../gql/SaveMarks';
import type { Sheet_assignmentFragment } from '../../gql/Sheet_assignment';
import type { SaveOutcome } from '../../ui/saving/autosave';
import { forget, keep, kept } from '../../ui/saving/keep';
import { useAutosave } from '../../ui/saving/useAutosave';
import type { Scale } from './decimal';
import { changesOf, isKeptSheet, keptSheetOf, openSheet, setMark, sheetSaved, type SheetDraft } from './sheet';

export interface Sheet {
  draft: SheetDraft;
  state: 'saved' | 'waiting' | 'saving' | 'blocked' | 'retrying' | 'signedOut' | 'refused';
  /** The API's sentence, when it takes no more marks. */
  refusal: string | undefined;
  savedAt: number | undefined;
  mark: (criterionId: string, text: string) => void;
  comment: (text: string) => void;
  flush: () => Promise<void>;
  /** Whether everything typed is with the server, asked after flushing. */
  isAllSaved: () => boolean;
}

const keyOf = (id: string) => `laurel.sheet.${id}`;

/** A sheet that saves itself; `onSubmittedElsewhere` when it turns out to be handed in already. */
export function useSheet(
  assignment: Sheet_assignmentFragment,
  scales: readonly Scale[],
  onSubmittedElsewhere: () => void,
): Sheet {
  const { id } = assignment;
  const [draft, setDraft] = useState(() => openSheet(assignment, kept(keyOf(id), isKeptSheet)));
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<'retrying' | 'signedOut' | 'refused'>();
  const [refusal, setRefusal] = useState<string>();
  const [savedAt, setSavedAt] = useState<number>();
  // A save goes out between two renders; it must see the newest marks.
  const latest = useRef(draft);
  const change = useCallback((to: (draft: SheetDraft) => SheetDraft) => {
    latest.current = to(latest.current);
    setDraft(latest.current);
  }, []);
  const [saveMarks] = useMutation(SaveMarksDocument, { context: { staysOnPage: true } });

  const refuse = (message: string | undefined): SaveOutcome => {
    setTrouble('refused');
    setRefusal(message);
    return 'stopped';
  };

  const save = async (): Promise<SaveOutcome> => {
    const changes = changesOf(latest.current, scales);
    if (!changes) return 'saved';
    setSaving(true);
    try {
      const { data } = await saveMarks({ variables: { input: { assignmentId: id, ...changes } } });
      const result = data?.saveMarks;
      setTrouble(undefined);
      switch (result?.__typename) {
        case 'SaveMarksSuccess':
          change((now) => sheetSaved(now, result.assignment));
          setSavedAt(Date.now());
          return 'saved';
        case 'MarkOutOfScaleError':
          change((now) => ({ ...now, problems: { ...now.problems, [result.criterion.id]: result.message } }));
          // All or none were saved: the others go out again without it.
          return changesOf(latest.current, scales) ? 'failed' : 'stopped';
        case 'SheetSubmittedError':
          forget(keyOf(id));
          onSubmittedElsewhere();
          return refuse(result.message);
        default:
          return refuse(result?.message);
      }
    } catch (error) {
      const isSignedOut = codeOf(error) === 'UNAUTHENTICATED';
      setTrouble(isSignedOut ? 'signedOut' : 'retrying');
      return isSignedOut ? 'stopped' : 'failed';
    } finally {
      setSaving(false);
    }
  };
  const autosave = useAutosave(save);

  useEffect(() => {
    const rest = keptSheetOf(draft, scales);
    if (rest) keep(keyOf(id), rest);
    else forget(keyOf(id));
  }, [draft, id, scales]);

  // Marks that this device still had from last time go out at once.
  useEffect(() => {
    if (!changesOf(latest.current, scales)) return;
    autosave.touch();
    void autosave.flush();
  }, [autosave, scales]);

  const quiet = () => {
    if (keptSheetOf(draft, scales) === null) return 'saved';
    // Something off the scale waits for the judge and not for the network.
    return changesOf(draft, scales) ? 'waiting' : 'blocked';
  };
  const state = trouble ?? (isSaving ? 'saving' : quiet());
  return {
    draft,
    state,
    refusal,
    savedAt,
    mark(criterionId, text) {
      change((now) => setMark(now, criterionId, text));
      autosave.touch();
    },
    comment(text) {
      change((now) => ({ ...now, comment: text }));
      autosave.touch();
    },
    async flush() {
      if (changesOf(latest.current, scales)) autosave.touch();
      await autosave.flush();
    },
    isAllSaved: () => keptSheetOf(latest.current, scales) === null,
  };
}
