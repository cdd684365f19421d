import { expect, it } from 'vitest';
import { numbersIn } from './entry-numbers';

it.each([
  ['12, 45 103', [12, 45, 103]],
  ['12，45、12；7', [12, 45, 7]],
  ['  ', []],
  ['12, no. 7', null],
])('reads the numbers in “%s”, each once', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});
