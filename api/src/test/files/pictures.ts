import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 40, g: 120, b: 90 } } });

/** A picture as a phone makes it: lying on its side, with the place where it was taken. */
export const photo = (width = 1200, height = 800): Promise<Buffer> =>
  plain(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '43/1 53/1 0/1' } })
    .jpeg()
    .toBuffer();

export const seeThrough = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } })
    .png()
    .toBuffer();

export const webp = (): Promise<Buffer> => plain(64, 48).webp().toBuffer();

export const movingWebp = (): Promise<Buffer> =>
  sharp(
    [Buffer.from([1]), Buffer.from([2])].map((shade) => ({
      create: { width: 16, height: 16, channels: 3 as const, background: { r: (shade[0] ?? 0) * 90, g: 0, b: 0 } },
    })) as never,
    { join: { animated: true } },
  )
    .webp()
    .toBuffer();

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A grey PNG that declares any size but contains fewer rows. */
export function pngOf(width: number, height: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
