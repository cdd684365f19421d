import { z } from 'zod';
import type { BucketSettings } from './s3-storage.ts';

const wrong = 'must look like s3://key:secret@host:port/bucket?region=us-east-1';

/** `s3://key:secret@host[:port]/bucket[?region=…][&tls=no][&style=host]`. */
export const bucketIn = z.string().transform((text, context): BucketSettings => {
  const url = URL.parse(text);
  const bucket = url?.pathname.slice(1) ?? '';
  const isWhole = url?.protocol === 's3:' && url.username !== '' && url.password !== '' && url.host !== '';
  if (!isWhole || !/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) {
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  }
  const { searchParams } = url;
  return {
    endpoint: `${searchParams.get('tls') === 'no' ? 'http' : 'https'}://${url.host}`,
    bucket,
    region: searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    isPathStyle: searchParams.get('style') !== 'host',
  };
});
