import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { solveChallenge } from './proof';
import { solveInPlace } from './solve-challenge';

const hmacSignatureSecret = 'known to this test alone';

/** A challenge with its answer at `counter`, made by the library, whose form the server keeps to. */
const challengeFor = async (counter: number) =>
  JSON.stringify(
    await createChallenge({
      algorithm: 'SHA-256',
      cost: 1,
      counter,
      data: { action: 'vote', subject: 'v1' },
      deriveKey,
      expiresAt: new Date(Date.now() + 60_000),
      hmacSignatureSecret,
    }),
  );

async function isAccepted(proof: string): Promise<boolean> {
  const { challenge, solution } = JSON.parse(atob(proof)) as Payload;
  return (await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret })).verified;
}

class FakeWorker extends EventTarget {
  static last: FakeWorker | undefined;
  isTerminated = false;
  asked: string | undefined;
  constructor() {
    super();
    FakeWorker.last = this;
  }
  postMessage(challenge: string) {
    this.asked = challenge;
  }
  terminate() {
    this.isTerminated = true;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  FakeWorker.last = undefined;
});

describe('a proof of work', () => {
  it.each([0, 1, 4_321])('is what the library accepts, where the answer is %i', async (counter) => {
    const proof = await solveInPlace(await challengeFor(counter));
    expect(await isAccepted(proof)).toBe(true);
    expect((JSON.parse(atob(proof)) as Payload).solution.counter).toBe(counter);
  });

  it('is worked out in the page where there are no workers', async () => {
    vi.stubGlobal('Worker', undefined);
    expect(await isAccepted(await solveChallenge(await challengeFor(200)))).toBe(true);
  });

  it('is worked out in a worker, which then ends', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    const challenge = await challengeFor(3);
    const promise = solveChallenge(challenge);
    expect(FakeWorker.last?.asked).toBe(challenge);
    FakeWorker.last?.dispatchEvent(new MessageEvent('message', { data: { proof: 'done' } }));
    expect(await promise).toBe('done');
    expect(FakeWorker.last?.isTerminated).toBe(true);
  });

  it('is worked out in the page where the worker does not start', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    const promise = solveChallenge(await challengeFor(30));
    FakeWorker.last?.dispatchEvent(new Event('error'));
    expect(await isAccepted(await promise)).toBe(true);
  });

  it('can be given up', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    const controller = new AbortController();
    const promise = solveChallenge(await challengeFor(3), controller.signal);
    controller.abort();
    await expect(promise).rejects.toThrow(/abort/i);
    expect(FakeWorker.last?.isTerminated).toBe(true);
  });

  it('of something that is no challenge fails', async () => {
    await expect(solveInPlace('<html>')).rejects.toThrow();
    await expect(solveInPlace('{"parameters":{"nonce":"","salt":"","keyPrefix":""}}')).rejects.toThrow();
  });
});
