import { expect, it } from 'vitest';
import { shakyLines, viewOf, type Line } from './robustness';

const line = (name: Line['line'], unchanged: number): Line => ({
  __typename: 'RobustnessLine',
  line: name,
  upTo: 1,
  unchanged,
  ways: 12,
  methods: [],
  judgeCodes: [],
});

it('names lines that some way would move, the least firm first', () => {
  const lines = [line('FIRST', 11), line('SECOND', 12), line('THIRD', 7)];
  expect(shakyLines(lines).map(({ line: name }) => name)).toEqual(['THIRD', 'FIRST']);
});

it('shows the category that is asked for, or else the one that is least firm', () => {
  const views = [
    { category: { key: 'education' }, lines: [line('FIRST', 12)] },
    { category: { key: 'health' }, lines: [line('FIRST', 9)] },
  ];
  expect(viewOf(views, 'education')).toBe(views[0]);
  expect(viewOf(views, null)).toBe(views[1]);
  expect(viewOf([], null)).toBeUndefined();
});
