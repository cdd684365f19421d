import { gql } from '@apollo/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeClient } from './client';
import { watchLine, type Place } from './waiting-line';

const query = gql`
  {
    serverTime
  }
`;
const refusal = (ahead: number, place: string) =>
  Response.json(
    { errors: [{ message: 'Full.', extensions: { code: 'OVERLOADED', retryAfterSeconds: 2, ahead, place } }] },
    { status: 503, headers: { 'Retry-After': '2' } },
  );
const answer = () => Response.json({ data: { serverTime: 'now' } });

let places: (string | null)[];
let answers: Response[];

beforeEach(() => {
  vi.useFakeTimers();
  places = [];
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    places.push(new Headers(init.headers).get('x-laurel-place'));
    return Promise.resolve(answers.shift() ?? answer());
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const ask = (context = {}) =>
  makeClient({ language: () => 'en', onUnauthenticated: () => undefined }).query<{ serverTime: string }>({
    query,
    context,
    fetchPolicy: 'no-cache',
  });

it('waits its time, brings its place along, and goes on by itself', async () => {
  answers = [refusal(1200, 'first'), refusal(40, 'second')];
  const seen: (number | null)[] = [];
  const stop = watchLine((place) => seen.push(place && place.ahead));
  const result = ask();
  await vi.advanceTimersByTimeAsync(1900);
  expect(places).toEqual([null]);
  expect(sessionStorage.getItem('laurel.place')).toBe('first');
  await vi.advanceTimersByTimeAsync(2200);
  await vi.advanceTimersByTimeAsync(2000);
  expect((await result).data?.serverTime).toBe('now');
  expect(places).toEqual([null, 'first', 'second']);
  expect(seen).toEqual([1200, 40, null]);
  expect(sessionStorage.getItem('laurel.place')).toBeNull();
  stop();
});

it('tells whoever asked to be told, and not the page', async () => {
  answers = [refusal(7, 'here')];
  const told: (Place | null)[] = [];
  const page = vi.fn();
  const stop = watchLine(page);
  const result = ask({ onPlace: (place: Place | null) => told.push(place) });
  await vi.advanceTimersByTimeAsync(2500);
  await result;
  expect(told).toEqual([expect.objectContaining({ ahead: 7 }), null]);
  expect(page).not.toHaveBeenCalled();
  stop();
});

it('leaves a gateway that is away to the page, and what may be dropped to itself', async () => {
  answers = [new Response('<h1>503</h1>', { status: 503 })];
  await expect(ask()).rejects.toThrow(/503/);
  answers = [refusal(7, 'here')];
  await expect(ask({ isDroppable: true })).rejects.toThrow(/503/);
  expect(places).toEqual([null, null]);
});
