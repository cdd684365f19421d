import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCourier, type Delivery } from './courier';
import { withSave, withSubmit, type Lane, type Letter } from './outbox';
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
function courierWith(...deliveries: Delivery[]) {
  const network = { isOnline: true };
  const send = (letter: Letter, _lane: Lane) => {
    sentIds.push(letter.id);
    return Promise.resolve(deliveries.shift() ?? done);
  };
  const courier = makeCourier(store, send, () => network.isOnline);
  stop = courier.start();
  return { courier, network };
}

const put = () => {
  store.change(name('a'), (lane) => withSave(lane, '1', { marks: { x: '8' } }));
  store.change(name('a'), (lane) => withSubmit(lane, '2'));
  vi.advanceTimersByTime(1);
  store.change(name('b'), (lane) => withSave(lane, '3', { marks: { x: '9' } }));
};

describe('the courier', () => {
  it('sends in order, sheet by sheet, and leaves nothing behind', async () => {
    const { courier } = courierWith();
    put();
    await courier.flush();
    expect(sentIds).toEqual(['1', '2', '3']);
    expect([courier.state(), store.lanes(), localStorage.length]).toEqual(['idle', [], 0]);
  });

  it('tries again what was not answered, before anything that follows', async () => {
    const { courier } = courierWith({ is: 'unreachable' });
    put();
    await courier.flush();
    expect([courier.state(), sentIds]).toEqual(['away', ['1']]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sentIds).toEqual(['1', '1', '2', '3']);
  });

  it('does not let one sheet that the server stumbles over hold up the others', async () => {
    const { courier } = courierWith({ is: 'faulty' });
    put();
    await courier.flush();
    expect(sentIds).toEqual(['1', '3']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sentIds).toEqual(['1', '3', '1', '2']);
  });

  it('waits without the network, and goes on when it is back', async () => {
    const { courier, network } = courierWith();
    network.isOnline = false;
    put();
    courier.touch();
    expect(courier.state()).toBe('away');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sentIds).toEqual([]);
    network.isOnline = true;
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sentIds).toEqual(['1', '2', '3']);
  });

  it('sends nothing while somebody else is signed in', async () => {
    const { courier } = courierWith({ is: 'signedOut' });
    put();
    await courier.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([courier.state(), sentIds]).toEqual(['signedOut', ['1']]);
  });

  it('finds after a reload what was left, of this person and no other', async () => {
    put();
    expect(makeOutboxStore('q').lanes()).toEqual([]);
    store = makeOutboxStore('p');
    expect(store.lanes().map(({ assignmentId }) => assignmentId)).toEqual(['a', 'b']);
    const { courier } = courierWith();
    await courier.flush();
    expect(sentIds).toEqual(['1', '2', '3']);
  });
});
