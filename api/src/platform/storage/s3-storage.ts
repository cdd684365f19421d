import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { newId } from '../../core/graphql/node.ts';
import { type Incoming, type SendingTo, type Storage, TooManyBytes } from './storage.ts';

export interface BucketSettings {
  /** Without a path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Whether the bucket stands in the path, as most servers of one's own want it, and not in the host's name. */
  isPathStyle: boolean;
}

/** A bucket that speaks S3. Browsers send straight to it; what it holds is read through our server, which knows rights. */
export class S3Storage implements Storage {
  readonly origin: string;
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey, isPathStyle }: BucketSettings) {
    this.#bucket = bucket;
    const { protocol, host } = new URL(endpoint);
    this.origin = isPathStyle ? `${protocol}//${host}` : `${protocol}//${bucket}.${host}`;
    this.#client = new S3Client({
      endpoint,
      region,
      forcePathStyle: isPathStyle,
      credentials: { accessKeyId, secretAccessKey },
      // Not every server that speaks S3 knows the checksums Amazon's has come to add.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async addressFor({ id, size, type, validSeconds }: Incoming): Promise<SendingTo> {
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: incoming(id),
      ContentLength: size,
      ContentType: type,
    });
    const url = await getSignedUrl(this.#client, command, {
      // Signed, so that the bucket takes no other size and no other type.
      signableHeaders: new Set(['content-length', 'content-type', 'host']),
      unhoistableHeaders: new Set(['content-length', 'content-type']),
      expiresIn: validSeconds,
    });
    return { url, method: 'PUT', headers: { 'content-type': type } };
  }

  async withIncoming<T>(id: string, mostBytes: number, work: (file: string) => Promise<T>): Promise<T | null> {
    const body = await this.read(incoming(id));
    if (!body) return null;
    const file = join(tmpdir(), `laurel-${newId()}`);
    let came = 0;
    try {
      await pipeline(
        body,
        async function* bounded(source: AsyncIterable<Buffer>) {
          for await (const chunk of source) {
            came += chunk.length;
            if (came > mostBytes) throw new TooManyBytes();
            yield chunk;
          }
        },
        createWriteStream(file, { flags: 'wx', mode: 0o600 }),
      );
      return await work(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  async dropIncoming(id: string): Promise<void> {
    await this.erase([incoming(id)]);
  }

  async keep(key: string, file: string, type: string): Promise<void> {
    const { size } = await stat(file);
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: createReadStream(file),
        ContentLength: size,
        ContentType: type,
      }),
    );
  }

  async read(key: string, range?: { start: number; end: number }): Promise<Readable | null> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({
          Bucket: this.#bucket,
          Key: key,
          ...(range && { Range: `bytes=${range.start}-${range.end}` }),
        }),
      );
      return (Body as Readable | undefined) ?? null;
    } catch (error) {
      const isAbsent =
        error instanceof NoSuchKey || (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404);
      if (isAbsent) return null;
      throw error;
    }
  }

  async erase(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const Objects = keys.map((Key) => ({ Key }));
    await this.#client.send(new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } }));
  }
}

const incoming = (id: string) => `incoming/${id}`;
