import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchScores } from './watch-scores';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: FakeSource[] = [];
  readyState = 0;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.all.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(type: string) {
    this.dispatchEvent(new Event(type));
  }
}

const onChange = vi.fn();
const onPushed = vi.fn();
let stop: () => void;
const source = () => FakeSource.all.at(-1) as FakeSource;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  stop = watchScores('spring', { onChange, onPushed });
});
afterEach(() => {
  stop();
  FakeSource.all.length = 0;
  vi.clearAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('looks at once when the server tells of a change, and at most once in 300 ms', () => {
  expect(source().url).toBe('/api/events/scores?competition=spring');
  source().say('open');
  expect(onPushed).toHaveBeenLastCalledWith(true);
  expect(onChange).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(400);
  for (let sheet = 0; sheet < 20; sheet += 1) source().say('scores');
  expect(onChange).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(299);
  expect(onChange).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(onChange).toHaveBeenCalledTimes(3);
});

it('looks every five seconds while nothing is pushed, and asks to be told again', () => {
  source().readyState = FakeSource.CLOSED;
  source().say('error');
  expect(onPushed).toHaveBeenLastCalledWith(false);
  vi.advanceTimersByTime(15_000);
  expect(onChange).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(15_000);
  expect(FakeSource.all).toHaveLength(2);
  source().say('open');
  expect(onPushed).toHaveBeenLastCalledWith(true);
});

it('is silent once it is stopped', () => {
  source().say('open');
  source().say('scores');
  stop();
  onChange.mockClear();
  vi.advanceTimersByTime(60_000);
  expect(onChange).not.toHaveBeenCalled();
  expect(source().readyState).toBe(FakeSource.CLOSED);
});
