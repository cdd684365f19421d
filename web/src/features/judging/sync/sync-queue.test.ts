import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSyncQueue, type Delivery } from './sync-queue';
import { withSave, withSubmit, type PendingSheet, type PendingMutation } from './outbox';
import { makeOutboxStore, type OutboxStore } from './outbox-store';

const name = (assignmentId: string) => ({ assignmentId, judgeId: 'j', title: assignmentId });
const done: Delivery = { is: 'done' };
let store: OutboxStore;
let sentIds: string[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  store = makeOutboxStore('p');
  sentIds = [];
  stop = () => undefined;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** Answers by turns, `done` once there are none left. */
function queueWith(...deliveries: Delivery[]) {
  const network = { isOnline: true };
  const send = (mutation: PendingMutation, _sheet: PendingSheet) => {
    sentIds.push(mutation.id);
    return Promise.resolve(deliveries.shift() ?? done);
  };
  const queue = makeSyncQueue(store, send, () => network.isOnline);
  stop = queue.start();
  return { queue, network };
}

const put = () => {
  store.change(name('a'), (sheet) => withSave(sheet, '1', { marks: { x: '8' } }));
  store.change(name('a'), (sheet) => withSubmit(sheet, '2'));
  vi.advanceTimersByTime(1);
  store.change(name('b'), (sheet) => withSave(sheet, '3', { marks: { x: '9' } }));
};

describe('the queue', () => {
  it('sends in order, sheet by sheet, and leaves nothing behind', async () => {
    const { queue } = queueWith();
    put();
    await queue.flush();
    expect(sentIds).toEqual(['1', '2', '3']);
    expect([queue.state(), store.sheets(), localStorage.length]).toEqual(['idle', [], 0]);
  });

  it('sends what a page of before an update left on the device', async () => {
    put();
    for (const [key, value] of Object.entries(localStorage)) {
      localStorage.setItem(key, String(value).replaceAll('"pending"', '"letters"'));
    }
    expect(Object.values(localStorage).join()).toContain('"letters"');
    store = makeOutboxStore('p');
    const { queue } = queueWith();
    await queue.flush();
    expect([sentIds, localStorage.length]).toEqual([['1', '2', '3'], 0]);
  });

  it('tries again what was not answered, before anything that follows', async () => {
    const { queue } = queueWith({ is: 'unreachable' });
    put();
    await queue.flush();
    expect([queue.state(), sentIds]).toEqual(['away', ['1']]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sentIds).toEqual(['1', '1', '2', '3']);
  });

  it('does not let one sheet that the server stumbles over hold up the others', async () => {
    const { queue } = queueWith({ is: 'faulty' });
    put();
    await queue.flush();
    expect(sentIds).toEqual(['1', '3']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sentIds).toEqual(['1', '3', '1', '2']);
  });

  it('waits without the network, and goes on when it is back', async () => {
    const { queue, network } = queueWith();
    network.isOnline = false;
    put();
    queue.touch();
    expect(queue.state()).toBe('away');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sentIds).toEqual([]);
    network.isOnline = true;
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sentIds).toEqual(['1', '2', '3']);
  });

  it('sends nothing while somebody else is signed in', async () => {
    const { queue } = queueWith({ is: 'signedOut' });
    put();
    await queue.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([queue.state(), sentIds]).toEqual(['signedOut', ['1']]);
  });

  it('finds after a reload what was left, of this person and no other', async () => {
    put();
    expect(makeOutboxStore('q').sheets()).toEqual([]);
    store = makeOutboxStore('p');
    expect(store.sheets().map(({ assignmentId }) => assignmentId)).toEqual(['a', 'b']);
    const { queue } = queueWith();
    await queue.flush();
    expect(sentIds).toEqual(['1', '2', '3']);
  });
});
