import { describe, expect, it } from 'vitest';
import { leversOf, positionOf, priceOf, reachOf, zones } from './gauge';
import { nightsOf, wholeHours } from './hours';
import { sharesOf, type Region } from './regions';

describe('the gauge', () => {
  it.each([
    [0, 0],
    [0.07, 0],
    [1, 0],
    [100, 0.4],
    [100_000, 1],
    [5_000_000, 1],
  ])('puts %d yuan at %d of the dial', (yuan, position) => {
    expect(positionOf(yuan)).toBeCloseTo(position);
  });

  it('says what a sum is to a buyer, in zones that fill the dial', () => {
    expect([31, 999.99, 1000, 10_000].map(reachOf)).toEqual(['cheap', 'cheap', 'costly', 'dear']);
    expect(zones.map(({ from, to }) => [from, to])).toEqual([
      [0, expect.closeTo(0.6)],
      [expect.closeTo(0.6), expect.closeTo(0.8)],
      [expect.closeTo(0.8), 1],
    ]);
  });

  it('reckons what a stronger rule would make of the cost', () => {
    const weak = { style: 'TAP', minChoices: 1, publicWeight: '60', levels: ['EMAIL', 'PHONE'] } as const;
    expect(leversOf(weak, { cost: 31, pricePerVote: 0.01 })).toEqual([
      { kind: 'choices', choices: 3, cost: 93 },
      { kind: 'levels', price: 0.2, cost: 620 },
      { kind: 'weight', weight: 60 },
    ]);
    const strong = { style: 'BALLOT', minChoices: 3, publicWeight: '30', levels: ['PHONE'] } as const;
    expect(leversOf(strong, { cost: 31, pricePerVote: 0.2 })).toEqual([]);
  });

  it.each([
    ['0.2', '0.2'],
    [' ¥ 0.05 ', '0.05'],
    ['0', undefined],
    ['', undefined],
    ['-1', undefined],
    ['1e3', undefined],
  ])('reads the price %j as %j', (text, price) => {
    expect(priceOf(text)).toBe(price);
  });
});

describe('the curve', () => {
  const at = (hour: string) => `2026-11-20T${hour}:00:00.000Z`;

  it('shows the hours in which nobody voted', () => {
    const hours = wholeHours([
      { startsAt: at('10'), counted: 3, held: 0 },
      { startsAt: at('13'), counted: 1, held: 2 },
    ]);
    expect(hours.map(({ counted, held }) => [counted, held])).toEqual([
      [3, 0],
      [0, 0],
      [0, 0],
      [1, 2],
    ]);
    expect(wholeHours([])).toEqual([]);
  });

  it('knows the nights of the competition, not of the reader', () => {
    const hours = wholeHours([
      { startsAt: at('15'), counted: 1, held: 0 },
      { startsAt: '2026-11-21T15:00:00.000Z', counted: 1, held: 0 },
    ]);
    expect(nightsOf(hours, 'Asia/Shanghai').map((night) => night.map((end) => new Date(end).toISOString()))).toEqual([
      ['2026-11-20T17:00:00.000Z', '2026-11-20T22:00:00.000Z'],
    ]);
  });
});

describe('regions', () => {
  const jilin: Region = { id: 'p', name: 'Jilin', level: 'PROVINCE' };
  const city = (id: string): Region => ({ id, name: id, level: 'CITY', parent: jilin });
  const county = (id: string, of: Region): Region => ({ id, name: id, level: 'COUNTY', parent: of });

  it('are added up by city, with the counties inside', () => {
    const shares = sharesOf([
      { region: county('a1', city('a')), votes: 5 },
      { region: county('b1', city('b')), votes: 7 },
      { region: city('a'), votes: 3 },
      { region: city('c'), votes: 1 },
    ]);
    expect(shares.map(({ id, votes, parts }) => [id, votes, parts.map((part) => part.id)])).toEqual([
      ['a', 8, ['a1', 'a']],
      ['b', 7, ['b1']],
      ['c', 1, []],
    ]);
  });

  it('are added up by province where there are several', () => {
    const other: Region = { id: 'q', name: 'Hunan', level: 'PROVINCE' };
    const shares = sharesOf([
      { region: county('a1', city('a')), votes: 5 },
      { region: { id: 'x', name: 'x', level: 'CITY', parent: other }, votes: 6 },
      { region: city('b'), votes: 4 },
    ]);
    expect(shares.map(({ id, votes }) => [id, votes])).toEqual([
      ['p', 9],
      ['q', 6],
    ]);
  });
});
