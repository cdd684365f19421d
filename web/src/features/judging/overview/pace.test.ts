import { expect, it } from 'vitest';
import { paceFor } from './pace';

const hours = (count: number) => count * 3_600_000;

it.each([
  [28, hours(2), { unit: 'minutes', count: 4 }],
  [40, hours(0.5), { unit: 'minutes', count: 0 }],
  [10, hours(40), { unit: 'hours', count: 4 }],
  [28, hours(73), { unit: 'perDay', count: 10 }],
  [0, hours(3), null],
  [5, 0, null],
])('%i sheets in %i ms', (remaining, left, pace) => expect(paceFor(remaining, left)).toEqual(pace));
