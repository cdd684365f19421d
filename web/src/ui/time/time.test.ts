import { describe, expect, it } from 'vitest';
import { formatDays, formatInstant, formatMonth, timeLeft, zoneName } from './time';

const now = Date.parse('2026-11-21T00:00:00Z');
const instant = '2026-11-21T12:00:00Z';

describe('an instant in words', () => {
  it.each([
    ['zh-CN', 'Asia/Shanghai', '11月21日(周六)20:00 北京时间'],
    ['en', 'Asia/Shanghai', 'Sat 21 Nov, 20:00 (Beijing)'],
    ['en', 'Europe/London', 'Sat 21 Nov, 12:00 (London)'],
  ])('is told in %s for %s', (language, timeZone, words) => {
    expect(formatInstant(instant, { language, timeZone, now })).toBe(words);
  });

  it('names a year that is not this one', () => {
    const options = { timeZone: 'Asia/Shanghai', now };
    const past = '2023-02-11T01:30:00Z';
    expect(formatInstant(past, { ...options, language: 'zh-CN' })).toBe('2023年2月11日(周六)09:30 北京时间');
    expect(formatInstant(past, { ...options, language: 'en' })).toBe('Sat 11 Feb 2023, 09:30 (Beijing)');
  });

  it('falls on the day of the zone and not of the reader', () => {
    const late = '2026-11-21T16:30:00Z';
    expect(formatInstant(late, { language: 'en', timeZone: 'Asia/Shanghai', now })).toBe('Sun 22 Nov, 00:30 (Beijing)');
  });
});

it('names other zones by their city or their Chinese name', () => {
  expect(zoneName('America/New_York', 'en')).toBe('New York');
  expect(zoneName('Asia/Urumqi', 'zh-CN')).not.toBe('');
});

it('tells a span of days', () => {
  const options = { timeZone: 'Asia/Shanghai', now };
  const [from, to] = ['2026-11-16T00:00:00Z', '2026-11-25T00:00:00Z'];
  expect(formatDays(from, to, { ...options, language: 'zh-CN' })).toBe('11月16日至25日');
  const zh = { ...options, language: 'zh-CN' };
  expect(formatDays(from, '2026-12-02T00:00:00Z', zh)).toBe('11月16日至12月2日');
  expect(formatDays('2026-12-24T00:00:00Z', '2027-01-02T00:00:00Z', zh)).toBe('2026年12月24日至2027年1月2日');
  expect(formatDays('2027-01-07T00:00:00Z', '2027-02-02T00:00:00Z', zh)).toBe('2027年1月7日至2月2日');
  expect(formatDays('2024-06-05T00:00:00Z', to, zh)).toBe('2024年6月5日至2026年11月25日');
  expect(formatDays(from, from, zh)).toBe('11月16日');
  expect(formatDays(from, from, { ...options, language: 'en' })).toBe('16 Nov');
  expect(formatDays(from, to, { ...options, language: 'en' })).toMatch(/^16.–.25 Nov$|^16–25 Nov$/u);
});

it('tells a month', () => {
  expect(formatMonth('2021-03-04', 'zh-CN')).toBe('2021年3月');
  expect(formatMonth('2021-03-04', 'en')).toBe('March 2021');
});

it('counts down to nothing and no further', () => {
  const at = (text: string) => Date.parse(text);
  expect(timeLeft(instant, at('2026-11-20T10:59:58.4Z'))).toEqual({
    days: 1,
    hours: 1,
    minutes: 0,
    seconds: 1,
  });
  expect(timeLeft(instant, at('2027-01-01T00:00:00Z'))).toEqual({
    days: 0,
    hours: 0,
    minutes: 0,
    seconds: 0,
  });
});
