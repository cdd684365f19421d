import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { codeOf } from '../../../apollo/errors';
import type { SaveOutcome } from '../../../ui/saving/autosave';
import { forget, keep, kept } from '../../../ui/saving/keep';
import { useAutosave } from '../../../ui/saving/useAutosave';
import {
  changedFields,
  draftReducer,
  isKeptDraft,
  keptOf,
  openDraft,
  sendable,
  type Draft,
  type DraftAction,
  type Fields,
  type IsFit,
  type PartOf,
  type PartState,
  type Picks,
} from './draft';

type Trouble = 'retrying' | 'signedOut' | 'refused';

/** What became of a part that was sent. */
export type Sent =
  | { kind: 'saved'; fields: Fields; version: number; savedAt: string }
  | { kind: 'stale'; fields: Fields; version: number }
  | { kind: 'invalid'; problems: Partial<Record<string, string>>; message: string }
  | { kind: 'refused' };

interface DraftOptions {
  /** Under which what is not saved is kept on the device. */
  storageKey: string;
  parts: Readonly<Record<string, PartState>>;
  savedAt: string;
  partOf: PartOf;
  isFit: IsFit;
  send: (part: string, names: readonly string[], text: Fields, version: number) => Promise<Sent>;
}

export interface Writing {
  draft: Draft;
  /** How things stand between the screen and the server. */
  state: 'saved' | 'waiting' | 'saving' | 'blocked' | 'conflict' | Trouble;
  /** How many boxes wait for their writer. */
  blocked: number;
  /** The API's own sentence, when it refused without naming a box. */
  refusal: string | undefined;
  savedAt: string;
  type: (name: string, value: string) => void;
  choose: (part: string, picks: Picks) => void;
  /** Takes in what somebody else has saved since. */
  hear: (part: string, state: PartState) => void;
  readNews: () => void;
  flush: () => Promise<void>;
}

/** Autosave of what is written in parts, each with a version of its own. Nothing typed is lost, nothing overwritten. */
export function useDraft({ storageKey, parts, savedAt: openedAt, partOf, isFit, send }: DraftOptions): Writing {
  const [draft, dispatch] = useReducer(draftReducer, parts, (opened) =>
    openDraft(opened, kept(storageKey, isKeptDraft)),
  );
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [refusal, setRefusal] = useState<string>();
  const [savedAt, setSavedAt] = useState(openedAt);
  // A save goes out between two renders; it must see the newest text.
  const latest = useRef(draft);
  const act = useCallback((action: DraftAction) => {
    latest.current = draftReducer(latest.current, action);
    dispatch(action);
  }, []);
  const ready = () => sendable(latest.current, partOf, isFit);

  const savePart = async (part: string, names: readonly string[]): Promise<SaveOutcome> => {
    const { text, versions } = latest.current;
    const going = Object.fromEntries(names.map((name) => [name, text[name] ?? '']));
    act({ type: 'sending', part, fields: going });
    const answer = await send(part, names, text, versions[part] ?? 0);
    setTrouble(undefined);
    switch (answer.kind) {
      case 'saved': {
        act({ type: 'saved', part, sent: going, theirs: answer.fields, version: answer.version });
        setSavedAt(answer.savedAt);
        return 'saved';
      }
      case 'stale':
        act({ type: 'stale', part, theirs: answer.fields, version: answer.version });
        // Changes to other boxes were joined: they go out on top of the newer version.
        return ready().some((name) => partOf(name) === part) ? 'failed' : 'stopped';
      case 'invalid':
        act({ type: 'refused', problems: answer.problems });
        if (Object.keys(answer.problems).length === 0) {
          setTrouble('refused');
          setRefusal(answer.message);
          return 'stopped';
        }
        // One bad box must not keep the good ones from being saved.
        return ready().some((name) => partOf(name) === part) ? 'failed' : 'stopped';
      default:
        setTrouble('refused');
        setRefusal(undefined);
        return 'stopped';
    }
  };

  const save = async (): Promise<SaveOutcome> => {
    const names = ready();
    if (names.length === 0) return 'saved';
    setSaving(true);
    let outcome: SaveOutcome = 'saved';
    try {
      for (const [part, changed] of Map.groupBy(names, partOf)) {
        const answer = await savePart(part, changed);
        if (outcome !== 'failed' && answer !== 'saved') outcome = answer;
      }
      return outcome;
    } catch (error) {
      const isSignedOut = codeOf(error) === 'UNAUTHENTICATED';
      setTrouble(isSignedOut ? 'signedOut' : 'retrying');
      return isSignedOut ? 'stopped' : 'failed';
    } finally {
      setSaving(false);
    }
  };
  const autosave = useAutosave(save);

  // Kept on the device with every keystroke, and no longer than the server needs.
  useEffect(() => {
    const rest = keptOf(draft);
    if (rest) keep(storageKey, rest);
    else forget(storageKey);
  }, [draft, storageKey]);

  // What this device had kept from last time goes out without waiting for a keystroke.
  useEffect(() => {
    if (changedFields(latest.current).length === 0) return;
    autosave.touch();
    void autosave.flush();
  }, [autosave]);

  const flush = async () => {
    if (ready().length > 0) autosave.touch();
    await autosave.flush();
  };
  return {
    draft,
    refusal,
    savedAt,
    state: stateOf(draft, isSaving, trouble, sendable(draft, partOf, isFit).length),
    blocked: changedFields(draft).length - sendable(draft, partOf, isFit).length,
    type: (name, value) => {
      act({ type: 'typed', name, value });
      autosave.touch();
    },
    choose: (part, picks) => {
      act({ type: 'chosen', part, picks });
      autosave.touch();
      void autosave.flush();
    },
    hear: (part, { fields, version }) => act({ type: 'stale', part, theirs: fields, version }),
    readNews: () => act({ type: 'newsRead' }),
    flush,
  };
}

function stateOf(draft: Draft, isSaving: boolean, trouble: Trouble | undefined, free: number): Writing['state'] {
  if (Object.keys(draft.conflicts).length > 0) return 'conflict';
  if (trouble) return trouble;
  if (isSaving) return 'saving';
  if (changedFields(draft).length === 0) return 'saved';
  return free === 0 ? 'blocked' : 'waiting';
}
