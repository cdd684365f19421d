import { useEffect, useRef, useState } from 'react';
import type { Sheet_assignmentFragment } from '../../../gql/Sheet_assignment';
import { forget, keep, kept } from '../../../ui/saving/keep';
import type { Scale } from './decimal';
import { isSubmitting, pendingChanges, type Changes, type SheetName } from '../sync/outbox';
import { commentChange, isRough, markChange, openSheet, roughOf, type SheetDraft } from './sheet';
import type { Outbox } from '../sync/useOutbox';

export interface Sheet {
  draft: SheetDraft;
  /** Submitted as far as the judge is concerned, and not yet heard by the server. */
  isSubmitting: boolean;
  /** Why the server did not take it, in its words. */
  refusal: string | null;
  mark: (scale: Scale, text: string) => void;
  comment: (text: string) => void;
  submit: () => void;
  declareConflict: (note: string) => void;
}

/** A sheet that is typed into; each change goes to the outbox at once. */
export function useSheet(
  assignment: Sheet_assignmentFragment,
  scales: readonly Scale[],
  outbox: Outbox,
  name: SheetName,
): Sheet {
  const sheet = outbox.sheet(assignment.id);
  const key = `laurel.sheet.${name.judgeId}.${assignment.id}`;
  const [draft, setDraft] = useState(() =>
    openSheet(assignment, sheet ? pendingChanges(sheet) : { marks: {} }, kept(key, isRough)),
  );
  // Two keys may be pressed between two renders.
  const latest = useRef(draft);
  const isTouched = useRef(false);
  const become = (next: SheetDraft) => {
    latest.current = next;
    setDraft(next);
  };

  useEffect(() => {
    const rough = roughOf(draft, scales);
    if (rough) keep(key, rough);
    else forget(key);
  }, [draft, key, scales]);

  // Until the judge types here, what comes from the server (marked on another device) is shown.
  useEffect(() => {
    if (isTouched.current) return;
    const waiting = outbox.sheet(assignment.id);
    become(openSheet(assignment, waiting ? pendingChanges(waiting) : { marks: {} }, kept(key, isRough)));
    // The outbox is read as it is then; its changes come from here.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [assignment]);

  const type = (after: SheetDraft, changes: Changes | null) => {
    isTouched.current = true;
    become(after);
    if (changes) outbox.save(name, changes);
  };

  return {
    draft,
    isSubmitting: isSubmitting(sheet),
    refusal: sheet?.refusal ?? null,
    mark(scale, text) {
      const before = latest.current;
      const after = { ...before, text: { ...before.text, [scale.id]: text } };
      type(after, markChange(before, after, scale));
    },
    comment(text) {
      const before = latest.current;
      const after = { ...before, comment: text };
      type(after, commentChange(before, after));
    },
    submit: () => outbox.submit(name),
    declareConflict: (note) => outbox.declareConflict(name, note),
  };
}
