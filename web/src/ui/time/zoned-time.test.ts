import { describe, expect, it } from 'vitest';
import { instantOf, localTime } from './zoned-time';

describe('the wall clock of a zone', () => {
  it.each([
    ['2026-11-21T20:00', 'Asia/Shanghai', '2026-11-21T12:00:00.000Z'],
    ['2026-11-21T00:30', 'Asia/Shanghai', '2026-11-20T16:30:00.000Z'],
    ['2026-07-01T09:15', 'Europe/Berlin', '2026-07-01T07:15:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-12-31T23:59', 'America/St_Johns', '2027-01-01T03:29:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
    expect(localTime(instant, zone)).toBe(local);
  });

  it('tells nothing of what is no time', () => {
    expect(instantOf('', 'Asia/Shanghai')).toBeNull();
    expect(instantOf('2026-13-41T10:00', 'Asia/Shanghai')).toBeNull();
  });
});
