import { useApolloClient } from '@apollo/client/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { NoteEditingDocument, type NoteEditingMutation } from '../../../gql/NoteEditing';
import { ProjectPartsDocument } from '../../../gql/ProjectParts';
import { partsOf } from './project-fields';
import type { ProjectDraft } from './useProjectDraft';

type Success = Extract<NoteEditingMutation['noteEditing'], { __typename: 'NoteEditingSuccess' }>;
export type Presence = Success['others'][number];

const every = 10_000;

/** Says every ten seconds where in a project somebody writes, learns who else does, and takes in what they have saved. */
export function usePresence(projectId: string, part: string | null, writing: ProjectDraft): readonly Presence[] {
  const client = useApolloClient();
  const [others, setOthers] = useState<readonly Presence[]>([]);
  const latest = useRef({ part, writing });
  useLayoutEffect(() => {
    latest.current = { part, writing };
  });

  useEffect(() => {
    let isOver = false;
    const context = { staysOnPage: true };
    const note = async () => {
      // Whoever looks at something else is not writing.
      if (document.hidden) return;
      const input = { projectId, key: latest.current.part };
      const { data } = await client.mutate({ mutation: NoteEditingDocument, variables: { input }, context });
      const result = data?.noteEditing;
      if (isOver || result?.__typename !== 'NoteEditingSuccess') return;
      setOthers(result.others);
      const known = latest.current.writing.draft.versions;
      if (!result.versions.some(({ key, version }) => version > (known[key] ?? 0))) return;
      // Not through the cache: the page is not to be drawn anew under somebody's hands.
      const answer = await client.query({
        query: ProjectPartsDocument,
        variables: { id: projectId },
        fetchPolicy: 'no-cache',
        context,
      });
      if (isOver || !answer.data?.project) return;
      for (const [key, state] of Object.entries(partsOf(answer.data.project))) latest.current.writing.hear(key, state);
    };
    // Without the network nobody is seen; what is written says how things stand.
    const run = () => void note().catch(() => setOthers([]));
    run();
    const timer = setInterval(run, every);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [client, projectId]);
  return others;
}
