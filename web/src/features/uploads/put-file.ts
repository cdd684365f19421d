import type { Address } from './uploader';

/** Sends a file's bytes, telling how far it is; throws where the connection was lost or the server is away. */
export function putFile(
  file: Blob,
  { url, method, headers }: Address,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<'done' | 'expired'> {
  return new Promise((done, failed) => {
    // fetch does not tell how far it is.
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const { name, value } of headers) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) done('done');
      else if (request.status === 403 || request.status === 404) done('expired');
      else failed(new Error(`the upload was answered with ${request.status}`));
    });
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => failed(new Error(end)));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
