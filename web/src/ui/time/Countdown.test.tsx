import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderRoute } from '../../test/renderRoute';
import { ClockProvider } from './clock';
import { Countdown } from './Countdown';

const until = '2026-11-25T12:00:00Z';
const before = (seconds: number) => Date.parse(until) - seconds * 1000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells days, hours and minutes while days remain', async () => {
  vi.setSystemTime(before(3 * 86_400 + 7 * 3600 + 11 * 60));
  await renderRoute(<Countdown until={until} />, { words: ['app'] });
  expect(screen.getByRole('timer').getAttribute('aria-label')).toBe('3 days 7 hours');
});

it('tells it in Chinese', async () => {
  vi.setSystemTime(before(3600 + 90));
  await renderRoute(<Countdown until={until} />, { words: ['app'], language: 'zh-CN' });
  expect(screen.getByRole('timer').getAttribute('aria-label')).toBe('1 小时 1 分钟');
});

it("goes by the server's clock and not by this machine's", async () => {
  vi.setSystemTime(before(7200));
  await renderRoute(
    <ClockProvider value={3600 * 1000}>
      <Countdown until={until} />
    </ClockProvider>,
    { words: ['app'] },
  );
  expect(screen.getByRole('timer').getAttribute('aria-label')).toBe('1 hour 0 minutes');
});

it('says once that it has ended', async () => {
  vi.setSystemTime(before(2));
  const onEnd = vi.fn();
  await renderRoute(<Countdown until={until} onEnd={onEnd} />, { words: ['app'] });
  expect(onEnd).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTime(5000));
  expect(onEnd).toHaveBeenCalledTimes(1);
});
