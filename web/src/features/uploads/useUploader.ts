import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { fileTypes, endingOf, type FileEnding } from '@laurel/schema/files';
import { useState, useSyncExternalStore } from 'react';
import { codeOf } from '../../apollo/errors';
import { BeginUploadDocument } from '../../gql/BeginUpload';
import { FinishUploadDocument } from '../../gql/FinishUpload';
import { ProjectFilesDocument } from '../../gql/ProjectFiles';
import { RemoveUploadDocument } from '../../gql/RemoveUpload';
import { putFile } from './put-file';
import { RefusedError, Uploader, type Sending, type Steps } from './uploader';

const context = { staysOnPage: true };

/** Resolves after the pause, or as soon as the device is online again. */
const rest = (ms: number) =>
  new Promise<void>((done) => {
    const timer = setTimeout(finish, ms);
    function finish() {
      clearTimeout(timer);
      window.removeEventListener('online', finish);
      done();
    }
    window.addEventListener('online', finish);
  });

const uploaders = new WeakMap<ApolloClient, Map<string, Uploader>>();

/** They outlive what is drawn: whoever turns to another part of the form finds the files still on their way. */
function uploadersOf(client: ApolloClient): Map<string, Uploader> {
  const known = uploaders.get(client) ?? new Map<string, Uploader>();
  uploaders.set(client, known);
  return known;
}

/** What is on its way to a project, and the means to send more; what has arrived is asked for anew. */
export function useUploader(projectId: string, question = ''): { uploader: Uploader; sending: readonly Sending[] } {
  const client = useApolloClient();
  const [uploader] = useState(() => {
    const known = uploadersOf(client);
    const key = [projectId, question].join('/');
    const there = known.get(key);
    if (there) return there;
    const steps: Steps = {
      async begin(file, name, purpose) {
        const type = fileTypes[endingOf(name) as FileEnding];
        const input = { projectId, purpose, name, size: file.size, type };
        const { data } = await spoken(client.mutate({ mutation: BeginUploadDocument, variables: { input }, context }));
        const result = data?.beginUpload;
        if (result?.__typename === 'BeginUploadSuccess') return { is: 'begun', address: result };
        return { is: 'refused', message: result?.message ?? '' };
      },
      put: putFile,
      async finish(uploadId) {
        const variables = { input: { uploadId } };
        const { data } = await spoken(client.mutate({ mutation: FinishUploadDocument, variables, context }));
        const result = data?.finishUpload;
        switch (result?.__typename) {
          case 'FinishUploadSuccess':
            return { is: 'ready' };
          case 'UploadMissingError':
            return { is: 'missing', isExpired: result.isExpired };
          case 'UploadsBusyError':
            return { is: 'busy', seconds: result.retryAfterSeconds };
          default:
            return { is: 'refused', message: result?.message ?? '' };
        }
      },
      remove: (uploadId) =>
        client.mutate({ mutation: RemoveUploadDocument, variables: { input: { uploadId } }, context }),
      rest,
    };
    const refresh = () =>
      void client
        .query({ query: ProjectFilesDocument, variables: { id: projectId }, fetchPolicy: 'network-only', context })
        .catch(() => undefined);
    const made = new Uploader(steps, refresh);
    known.set(key, made);
    return made;
  });
  return { uploader, sending: useSyncExternalStore(uploader.subscribe, uploader.snapshot) };
}

/** An answer that refuses is no lost connection: it is shown, not repeated. */
async function spoken<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || code === 'INTERNAL_SERVER_ERROR' || code === 'OVERLOADED') throw error;
    throw new RefusedError((error as Error).message);
  }
}
