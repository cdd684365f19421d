import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { codeOf } from '../../apollo/errors';
import type { ProjectDraft_projectFragment } from '../../gql/ProjectDraft_project';
import { SaveProjectDocument } from '../../gql/SaveProject';
import type { SaveOutcome } from '../../ui/saving/autosave';
import { forget, keep, kept } from '../../ui/saving/keep';
import { useAutosave } from '../../ui/saving/useAutosave';
import { blocked, draftReducer, isKeptDraft, keptOf, openDraft, sendable, type Draft, type DraftAction } from './draft';
import { changedFields, fieldOfPath, fieldsOf, inputOf, type FieldName } from './project-fields';

export type Trouble = 'retrying' | 'signedOut' | 'refused';

export interface ProjectDraft {
  draft: Draft;
  /** How things stand between the screen and the server. */
  state: 'saved' | 'waiting' | 'saving' | 'blocked' | 'conflict' | Trouble;
  /** The API's own sentence, when it refused without naming a box. */
  refusal: string | undefined;
  savedAt: string;
  type: (name: FieldName, value: string) => void;
  choose: (picks: Partial<Record<FieldName, 'mine' | 'theirs'>>) => void;
  readNews: () => void;
  flush: () => Promise<void>;
}

const keyOf = (id: string) => `laurel.project.${id}`;

export function useProjectDraft(project: ProjectDraft_projectFragment): ProjectDraft {
  const { id } = project;
  const [draft, dispatch] = useReducer(draftReducer, project, (opened) =>
    openDraft(fieldsOf(opened), opened.version, kept(keyOf(opened.id), isKeptDraft)),
  );
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [refusal, setRefusal] = useState<string>();
  const [savedAt, setSavedAt] = useState(project.updatedAt);
  // A save goes out between two renders; it must see the newest text.
  const latest = useRef(draft);
  const act = useCallback((action: DraftAction) => {
    latest.current = draftReducer(latest.current, action);
    dispatch(action);
  }, []);
  const [saveProject] = useMutation(SaveProjectDocument, { context: { staysOnPage: true } });

  const save = async (): Promise<SaveOutcome> => {
    const names = sendable(latest.current);
    if (names.length === 0) return 'saved';
    const { text, version } = latest.current;
    setSaving(true);
    try {
      const { data } = await saveProject({ variables: { input: { projectId: id, version, ...inputOf(text, names) } } });
      const result = data?.saveProject;
      setTrouble(undefined);
      switch (result?.__typename) {
        case 'SaveProjectSuccess': {
          const sent = Object.fromEntries(names.map((name) => [name, text[name]]));
          act({ type: 'saved', sent, theirs: fieldsOf(result.project), version: result.project.version });
          setSavedAt(result.project.updatedAt);
          return 'saved';
        }
        case 'StaleVersionError':
          act({ type: 'stale', theirs: fieldsOf(result.project), version: result.project.version });
          // Changes to other boxes were joined: they go out on top of the newer version.
          return sendable(latest.current).length > 0 ? 'failed' : 'stopped';
        case 'InvalidInputError': {
          const problems: Partial<Record<FieldName, string>> = {};
          for (const { path, message } of result.fields) {
            const name = fieldOfPath(path);
            if (name) problems[name] = message;
          }
          act({ type: 'refused', problems });
          // One bad box must not keep the good ones from being saved.
          if (Object.keys(problems).length > 0 && sendable(latest.current).length > 0) return 'failed';
          if (Object.keys(problems).length === 0) {
            setTrouble('refused');
            setRefusal(result.message);
          }
          return 'stopped';
        }
        default:
          setTrouble('refused');
          setRefusal(undefined);
          return 'stopped';
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

  // Kept on the device with every keystroke, and no longer than the server needs.
  useEffect(() => {
    const rest = keptOf(draft);
    if (rest) keep(keyOf(id), rest);
    else forget(keyOf(id));
  }, [draft, id]);

  // What this device had kept from last time goes out without waiting for a keystroke.
  useEffect(() => {
    if (sendable(latest.current).length === 0) return;
    autosave.touch();
    void autosave.flush();
  }, [autosave]);

  const type = (name: FieldName, value: string) => {
    act({ type: 'typed', name, value });
    autosave.touch();
  };
  const choose: ProjectDraft['choose'] = (picks) => {
    act({ type: 'chosen', picks });
    autosave.touch();
    void autosave.flush();
  };

  return {
    draft,
    refusal,
    savedAt,
    type,
    choose,
    state: stateOf(draft, isSaving, trouble),
    readNews: () => act({ type: 'newsRead' }),
    flush: async () => {
      if (sendable(latest.current).length > 0) autosave.touch();
      await autosave.flush();
    },
  };
}

function stateOf(draft: Draft, isSaving: boolean, trouble: Trouble | undefined): ProjectDraft['state'] {
  if (draft.conflict) return 'conflict';
  if (trouble) return trouble;
  if (isSaving) return 'saving';
  if (changedFields(draft.base, draft.text).length === 0) return 'saved';
  return blocked(draft).length > 0 && sendable(draft).length === 0 ? 'blocked' : 'waiting';
}
