import { join } from 'node:path';
import type { Env } from '../env.ts';
import { LocalStorage } from './local-storage.ts';
import type { Storage } from './storage.ts';

/** Where this installation keeps files: the bucket that STORAGE_URL names, or a folder in LAUREL_DATA. */
export async function openStorage({
  bucket,
  dataFolder,
  secret,
}: Pick<Env, 'bucket' | 'dataFolder' | 'secret'>): Promise<Storage> {
  if (!bucket) return new LocalStorage(join(dataFolder, 'files'), secret);
  // Only who has a bucket loads what speaks to it.
  const { S3Storage } = await import('./s3-storage.ts');
  return new S3Storage(bucket);
}
