import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import type { FilePurpose } from '@laurel/schema/files';

/** A person who uploads files to a running server. */
export interface Bringer {
  url: string;
  cookie: string;
  projectId: string;
}

export interface Begun {
  uploadId: string;
  url: string;
  type: string;
}

interface Told {
  /** The type of the result, or the code of the refusal. */
  code: string;
  problem?: string;
  message?: string;
}

type Fields = Record<string, unknown> & { __typename: string };

async function mutate(by: Bringer, name: string, input: object, fields: string): Promise<Fields | Told> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const response = await fetch(`${by.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', cookie: by.cookie, origin: by.url },
    body: JSON.stringify({
      query: `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on UserError { message } ${fields} } }`,
      variables: { input },
    }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, Fields | null>;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = errors ?? [];
  if (error) return { code: error.extensions.code, message: error.message };
  const result = data?.[name];
  if (!result) throw new Error(`no answer to ${name}`);
  return result;
}

const toldBy = (answer: Fields | Told): Told =>
  'code' in answer
    ? (answer as Told)
    : { code: answer.__typename, problem: String(answer.problem), message: String(answer.message) };

export async function begin(
  by: Bringer,
  file: { name: string; size: number; type: string; purpose: FilePurpose },
): Promise<Begun | Told> {
  const answer = await mutate(
    by,
    'beginUpload',
    { projectId: by.projectId, ...file },
    '... on BeginUploadSuccess { uploadId url } ... on UnfitFileError { problem } ... on UploadLimitError { limit }',
  );
  return 'uploadId' in answer ? { ...(answer as unknown as Begun), type: file.type } : toldBy(answer);
}

export const finish = async (
  by: Bringer,
  uploadId: string,
): Promise<Told & { attachment?: Record<string, unknown> }> => {
  const answer = await mutate(
    by,
    'finishUpload',
    { uploadId },
    `... on FinishUploadSuccess { attachment { id name size type url thumbnailUrl width height caption { zh } } }
     ... on UnfitFileError { problem } ... on UploadMissingError { isExpired }`,
  );
  return {
    ...toldBy(answer),
    ...('attachment' in answer && { attachment: answer.attachment as Record<string, unknown> }),
  };
};

/** How bytes are sent, honestly or not. */
export interface Sending {
  bytes: Buffer;
  /** What the head says; null for none, so that the body comes in chunks. */
  told?: number | null;
  /** Breaks off after a number of bytes, or never ends. */
  breaksOff?: number;
  stallsAfter?: number;
  headers?: Record<string, string>;
}

/** What became of a PUT: its status and code; 0 where the connection ended without an answer. */
export function put(by: Bringer, address: string, sending: Sending): Promise<{ status: number; code: string }> {
  const { bytes, told = bytes.length, breaksOff, stallsAfter, headers } = sending;
  return new Promise((done) => {
    const sent = request(new URL(address, by.url), {
      method: 'PUT',
      agent: false,
      headers: {
        'content-type': 'application/octet-stream',
        cookie: by.cookie,
        ...(told === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': told }),
        ...headers,
      },
    });
    sent.on('response', (response) => {
      response.on('error', () => undefined);
      void json(response)
        .catch(() => ({}))
        .then((answer) => {
          const { errors } = answer as { errors?: { extensions: { code: string } }[] };
          sent.destroy();
          done({ status: response.statusCode ?? 0, code: errors?.[0]?.extensions.code ?? '' });
        });
    });
    sent.on('error', () => done({ status: 0, code: '' }));
    sent.on('close', () => done({ status: 0, code: '' }));
    if (breaksOff !== undefined) sent.write(bytes.subarray(0, breaksOff), () => setTimeout(() => sent.destroy(), 5));
    else if (stallsAfter !== undefined) sent.write(bytes.subarray(0, stallsAfter));
    else sent.end(bytes);
  });
}

/** A file brought as the pages do. */
export async function bring(
  by: Bringer,
  file: { name: string; type: string; purpose: FilePurpose; bytes: Buffer },
): Promise<Told & { attachment?: Record<string, unknown> }> {
  const begun = await begin(by, { name: file.name, type: file.type, purpose: file.purpose, size: file.bytes.length });
  if ('code' in begun) return begun;
  const { status, code } = await put(by, begun.url, { bytes: file.bytes, headers: { 'content-type': begun.type } });
  return status === 204 ? await finish(by, begun.uploadId) : { code };
}
