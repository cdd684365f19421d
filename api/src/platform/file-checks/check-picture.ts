import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadLimits } from '@laurel/schema/limits';
import type sharpItself from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { newId } from '../../core/graphql/node.ts';
import { Gate } from './gate.ts';
import { Unfit } from './unfit.ts';

const longestSide = 2560;
const longestThumbnailSide = 640;

/** In megapixels: two pictures of a phone at a time, one of the largest. A decoded one takes four bytes a pixel. */
const decoding = new Gate(60, 200);

/** No picture of a camera takes longer. */
const mostSeconds = 30;

export interface MadePicture {
  file: string;
  thumbnail: string;
  type: 'image/jpeg' | 'image/webp';
  size: number;
  width: number;
  height: number;
}

let library: Promise<typeof sharpItself> | undefined;

/** Only what decodes the three formats we take is left switched on, whatever else the library could read. */
const sharpLibrary = async () =>
  await (library ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    // One thread a picture: the rest of the machine is for the others.
    sharp.concurrency(1);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
    return sharp;
  }));

/**
 * Makes a picture and its thumbnail out of what came, upright and in sRGB, with nothing else that came along: no place, no
 * camera, no trailing bytes. They are gone after `work`. Throws Unfit.
 */
export async function withPicture<T>(file: string, work: (made: MadePicture) => Promise<T>): Promise<T> {
  const sharp = await sharpLibrary();
  const open = () =>
    sharp(file, { limitInputPixels: uploadLimits.picturePixels, failOn: 'error', sequentialRead: true });
  const { megapixels, hasAlpha } = await measure(open());
  const draft = join(tmpdir(), `laurel-${newId()}`);
  const thumbnail = `${draft}-thumbnail`;
  try {
    const { width, height } = await decoding.pass(megapixels, async () => {
      const fitted = open().autoOrient().timeout({ seconds: mostSeconds }).resize(within(longestSide));
      const kept = hasAlpha ? fitted.webp({ quality: 85, effort: 3 }) : fitted.jpeg({ quality: 85, progressive: true });
      const info = await kept.toFile(draft).catch(refuse);
      const small = sharp(draft).resize(within(longestThumbnailSide)).webp({ quality: 78, effort: 3 });
      await small.toFile(thumbnail).catch(refuse);
      return info;
    });
    const { size } = await stat(draft);
    return await work({ file: draft, thumbnail, type: hasAlpha ? 'image/webp' : 'image/jpeg', size, width, height });
  } finally {
    await rm(draft, { force: true });
    await rm(thumbnail, { force: true });
  }
}

const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

/** Reads the head alone; nothing is decoded yet. */
async function measure(picture: Sharp): Promise<{ megapixels: number; hasAlpha: boolean }> {
  const { width, height, pages = 1, hasAlpha }: Metadata = await picture.metadata().catch(refuse);
  if (width * height > uploadLimits.picturePixels) throw new Unfit('TOO_MANY_PIXELS');
  if (pages > 1) throw new Unfit('ANIMATED');
  return { megapixels: (width * height) / 1_000_000, hasAlpha };
}

/** The library tells in words alone what it found. */
function refuse(error: unknown): never {
  const words = error instanceof Error ? error.message : '';
  // Our own disk is nobody's broken picture.
  if (/no space left|ENOSPC|cannot open|EMFILE/i.test(words)) throw error;
  throw new Unfit(/pixel limit|too large/i.test(words) ? 'TOO_MANY_PIXELS' : 'BROKEN');
}
