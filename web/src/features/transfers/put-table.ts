/** Uploads a table and reports its progress; rejects when the upload fails. */
export function putTable(file: Blob, url: string, onShare: (share: number) => void): Promise<void> {
  return new Promise((done, failed) => {
    // fetch reports no progress of an upload.
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) done();
      else failed(new Error(`the table was answered with ${request.status}`));
    });
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => failed(new Error(end)));
    request.send(file);
  });
}
