import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../core/graphql/node.ts';
import { S3Storage } from './s3-storage.ts';
import { bucketIn } from './storage-settings.ts';
import { TooManyBytes } from './storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'laurel-bucket-'));
let bucket: S3rver;
let storage: S3Storage;

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });

beforeAll(async () => {
  const port = await freePort();
  bucket = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'laurel' }],
  });
  await bucket.run();
  storage = new S3Storage(bucketIn.parse(`s3://S3RVER:S3RVER@127.0.0.1:${port}/laurel?tls=no`));
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

const agreed = (size: number) => ({
  id: newId(),
  size,
  type: 'image/jpeg',
  expiresAt: new Date('2127-01-01'),
  validSeconds: 60,
});

test('a browser sends to the bucket what was agreed, and it is fetched within its bounds', async () => {
  const incoming = agreed(5);
  const { url, method, headers } = await storage.addressFor(incoming);
  expect(url.startsWith(`${storage.origin}/laurel/incoming/${incoming.id}?`)).toBe(true);
  expect(url).toMatch(/X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost/);
  expect(await storage.withIncoming(incoming.id, 5, async () => 'there')).toBeNull();
  // The bucket of these tests looks at no signature; what it would take too much of is noticed when it is fetched.
  expect((await fetch(url, { method, headers, body: 'bytes' })).status).toBe(200);
  expect(await storage.withIncoming(incoming.id, 5, async (file) => await readFile(file, 'utf8'))).toBe('bytes');
  await expect(storage.withIncoming(incoming.id, 4, async () => 'there')).rejects.toBeInstanceOf(TooManyBytes);
  await storage.dropIncoming(incoming.id);
  expect(await storage.withIncoming(incoming.id, 5, async () => 'there')).toBeNull();
});

test('what is kept is read whole or in part, until it is erased', async () => {
  const file = join(folder, 'paper');
  writeFileSync(file, '0123456789');
  await storage.keep('a/b', file, 'application/pdf');
  const read = async (range?: { start: number; end: number }) => {
    const body = await storage.read('a/b', range);
    return body && (await text(body));
  };
  expect([await read(), await read({ start: 2, end: 4 })]).toEqual(['0123456789', '234']);
  await storage.erase(['a/b', 'never/there']);
  expect(await read()).toBeNull();
});

test.each([
  ['s3://key:secret@oss.example.com/files?region=cn-beijing&style=host', 'https://files.oss.example.com'],
  ['s3://key:s%2Fcret@127.0.0.1:9000/files?tls=no', 'http://127.0.0.1:9000'],
])('%s is a bucket', (url, origin) => {
  expect(new S3Storage(bucketIn.parse(url)).origin).toBe(origin);
});

test.each(['https://bucket.example.com', 's3://host/bucket', 's3://key:secret@host', 's3://key:secret@host/UPPER'])(
  '%s is none',
  (url) => {
    expect(bucketIn.safeParse(url).success).toBe(false);
  },
);
