import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvBallot, readCsvBallots, writeCsvBallots } from './csv-ballots.ts';
import { decodeText } from '../../../core/tables/decode-text.ts';
import { Problems } from '../../../core/tables/problems.ts';

function read(text: string) {
  const problems = new Problems();
  return { file: readCsvBallots(text, problems), problems };
}

const text = fc
  .string({ unit: fc.constantFrom(...Array.from('ab7 ,;"\n\ré南')), maxLength: 6 })
  .map((written) => `x${written}x`);
const ballots: fc.Arbitrary<CsvBallot[]> = fc.uniqueArray(
  fc.record({
    voter: text,
    day: fc.constantFrom('2026-11-21', '2026-11-22'),
    choices: fc.uniqueArray(fc.record({ entry: text, points: fc.nat(9) }), {
      selector: ({ entry }) => entry,
      minLength: 1,
      maxLength: 4,
    }),
  }),
  { selector: ({ voter, day }) => voter + day, maxLength: 12 },
);

describe('ballots as CSV', () => {
  it('read as they were written', () => {
    fc.assert(
      fc.property(ballots, (written) => {
        const { file, problems } = read(writeCsvBallots(written));
        expect(problems.errors).toEqual([]);
        expect(file?.ballots.map(({ voter, castAt, choices }) => ({ voter, day: castAt, choices }))).toEqual(written);
      }),
    );
  });

  it('need a voter and an entry; what a voter chose on one day is one ballot', () => {
    const { file, problems } = read(
      '\uFEFFEntry;Voter;cast_at\r\nA;1;2026-11-21\r\nA;2;\r\nB;1;2026-11-21T09:00:00+08:00\r\nA;1;2026-11-22\r\n',
    );
    expect(problems.errors).toEqual([]);
    expect(file).toMatchObject({
      rule: { method: 'APPROVAL', maxChoices: 2 },
      beginsOn: '2026-11-21',
      endsOn: '2026-11-22',
      entries: [{ key: 'A' }, { key: 'B' }],
      ballots: [
        { voter: '1', choices: [{ entry: 'A' }, { entry: 'B' }] },
        { voter: '2', castAt: null },
        { voter: '1', castAt: '2026-11-22', choices: [{ entry: 'A' }] },
      ],
    });
  });

  it('show their rule where they give points', () => {
    expect(read('voter,entry,points\n1,A,3\n1,B,2\n2,A,4').file?.rule).toEqual({
      method: 'POINTS',
      minChoices: 1,
      maxChoices: 2,
      maxPoints: 4,
      maxSum: 5,
    });
  });

  it.each([
    ['', 'the file is empty'],
    ['voter,points\n1,2', 'line 1, column entry: this column is missing'],
    ['voter,entry\n1,A\n1,A', 'line 3, column entry: 1 has chosen A that day already'],
    ['voter,entry\n,A', 'line 2, column voter: is empty'],
    ['voter,entry,points\n1,A,x', 'line 2, column points: x is no whole number'],
    ['voter,entry,cast_at\n1,A,21.11.2026', 'line 2, column cast_at: 21.11.2026 is not a day'],
    ['voter,entry,cast_at\n1,A,2026-02-31', 'line 2, column cast_at: 2026-02-31 is not a day'],
    [`voter,entry\n1,${'A'.repeat(201)}`, 'line 2, column entry: is longer than 200'],
    ['voter,entry,cast_at\n1,A,2026-11-21T09:00', 'is not a day such as'],
  ])('are refused, with the place: %j', (given, says) => {
    const { file, problems } = read(given);
    expect(file).toBeNull();
    expect(problems.errors).toContainEqual(expect.stringContaining(says));
  });
});

describe('the text of a file', () => {
  it('is UTF-8 and nothing else', () => {
    const problems = new Problems();
    expect(decodeText(Buffer.from('\uFEFF南é'), problems)).toBe('南é');
    expect(decodeText(Buffer.from('a\nb\0'), problems)).toBeNull();
    expect(decodeText(Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0x66, 0xe9, 0x0a])]), problems)).toBeNull();
    expect(problems.errors).toEqual([
      'line 2: holds a NUL character; this is no text file',
      'line 3: is not UTF-8; save the file in that encoding',
    ]);
  });
});
