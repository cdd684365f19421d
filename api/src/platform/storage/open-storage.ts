import { join } from 'node:path';
import { LocalStorage } from './local-storage.ts';
import type { BucketSettings } from './s3-storage.ts';
import type { Storage } from './storage.ts';

/** Where this installation keeps files: the bucket that STORAGE_URL names, or a folder in LAUREL_DATA. */
export async function openStorage({
  bucket,
  dataFolder,
  secret,
}: {
  bucket?: BucketSettings | undefined;
  dataFolder: string;
  secret: string;
}): Promise<Storage> {
  if (!bucket) return new LocalStorage(join(dataFolder, 'files'), secret);
  // Only who has a bucket loads what speaks to it.
  const { S3Storage } = await import('./s3-storage.ts');
  return new S3Storage(bucket);
}
