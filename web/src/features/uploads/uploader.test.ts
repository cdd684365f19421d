import { expect, test } from 'vitest';
import { pauseBefore, RefusedError, Uploader, type Finished, type Steps } from './uploader';

const address = (uploadId: string) => ({ uploadId, url: `/api/uploads/${uploadId}`, method: 'PUT', headers: [] });
const file = new File(['bytes'], 'photo.jpg', { type: 'image/jpeg' });

/** What the server and the network do, call by call; whatever is left out goes well. */
function made(script: { put?: ('lost' | 'expired')[]; finish?: Finished[]; begin?: string } = {}) {
  const calls: string[] = [];
  const rests: number[] = [];
  let serial = 0;
  const steps: Steps = {
    async begin() {
      calls.push('begin');
      if (script.begin) throw new RefusedError(script.begin);
      return { is: 'begun', address: address(String((serial += 1))) };
    },
    async put(_, { uploadId }) {
      calls.push(`put ${uploadId}`);
      const outcome = script.put?.shift();
      if (outcome === 'lost') throw new Error('lost');
      return outcome ?? 'done';
    },
    async finish(uploadId) {
      calls.push(`finish ${uploadId}`);
      return script.finish?.shift() ?? { is: 'ready' };
    },
    async remove(uploadId) {
      calls.push(`remove ${uploadId}`);
    },
    async rest(ms) {
      rests.push(ms);
    },
  };
  let arrived = 0;
  const uploader = new Uploader(steps, () => (arrived += 1));
  const settled = async () => {
    for (let i = 0; i < 200; i += 1) await Promise.resolve();
    return { calls, rests, arrived, left: uploader.snapshot() };
  };
  return { uploader, settled };
}

test('a file is begun, sent and finished, and then no longer under way', async () => {
  const { uploader, settled } = made();
  uploader.add(file, 'photo.jpg', 'PICTURE');
  expect(await settled()).toMatchObject({ calls: ['begin', 'put 1', 'finish 1'], arrived: 1, left: [] });
});

test('after a lost connection it rests, asks whether the file arrived, and sends it to the same address again', async () => {
  const { uploader, settled } = made({ put: ['lost'], finish: [{ is: 'missing', isExpired: false }] });
  uploader.add(file, 'photo.jpg', 'PICTURE');
  expect(await settled()).toMatchObject({
    calls: ['begin', 'put 1', 'finish 1', 'put 1', 'finish 1'],
    rests: [1000],
    arrived: 1,
  });
});

test('an address that has expired is given up for a new one', async () => {
  const { uploader, settled } = made({ put: ['expired'] });
  uploader.add(file, 'photo.jpg', 'PICTURE');
  expect(await settled()).toMatchObject({ calls: ['begin', 'put 1', 'begin', 'put 2', 'finish 2'], arrived: 1 });
});

test('pauses grow, and in the end it is left to the hand, which goes on', async () => {
  const { uploader, settled } = made({
    put: Array.from({ length: 8 }, () => 'lost' as const),
    finish: Array.from({ length: 8 }, () => ({ is: 'missing', isExpired: false }) as const),
  });
  uploader.add(file, 'photo.jpg', 'PICTURE');
  const { rests, left } = await settled();
  expect(rests).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(left).toMatchObject([{ state: 'failed', message: null, canRetry: true }]);
  uploader.retry(left[0]?.key ?? '');
  expect(await settled()).toMatchObject({ arrived: 1, left: [] });
});

test('what is refused says why and is not repeated; a busy server is asked again', async () => {
  const refused = made({ finish: [{ is: 'refused', message: 'damaged' }] });
  refused.uploader.add(file, 'photo.jpg', 'PICTURE');
  expect((await refused.settled()).left).toMatchObject([{ state: 'failed', message: 'damaged', canRetry: false }]);
  const stranger = made({ begin: 'not yours' });
  stranger.uploader.add(file, 'photo.jpg', 'PICTURE');
  expect((await stranger.settled()).left).toMatchObject([{ state: 'failed', message: 'not yours' }]);
  const busy = made({ finish: [{ is: 'busy', seconds: 5 }] });
  busy.uploader.add(file, 'photo.jpg', 'PICTURE');
  expect(await busy.settled()).toMatchObject({ rests: [5000], arrived: 1 });
});

test('a file that cannot be taken is shown with its reason and never sent; dropping one tells the server', async () => {
  const { uploader, settled } = made({ finish: [{ is: 'refused', message: 'damaged' }] });
  uploader.add(file, 'movie.mp4', 'PICTURE', 'no movies');
  expect((await settled()).calls).toEqual([]);
  uploader.add(file, 'photo.jpg', 'PICTURE');
  for (const { key } of (await settled()).left) uploader.drop(key);
  expect(await settled()).toMatchObject({ calls: ['begin', 'put 1', 'finish 1', 'remove 1'], left: [] });
});

test.each([
  [0, 1000],
  [4, 16_000],
  [9, 30_000],
])('the pause after try %i is %i ms', (attempt, ms) => expect(pauseBefore(attempt)).toBe(ms));
