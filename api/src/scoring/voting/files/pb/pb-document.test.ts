import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PbDocument, type PbTable, readPbDocument, writePbDocument } from './pb-document.ts';
import { Problems } from '../../../../core/tables/problems.ts';

const cell = fc.string({ unit: fc.constantFrom(...Array.from('ab7 ;"\n\r\t,é南'), '""', ' ;'), maxLength: 8 });
const table = (columns: string[]): fc.Arbitrary<PbTable> =>
  fc
    .array(fc.tuple(...columns.map((_, index) => (index === 0 ? cell.map((text) => `k${text}`) : cell))), {
      maxLength: 6,
    })
    .map((rows) => ({ columns, rows: rows.map((cells) => ({ line: 0, cells })) }));
const document: fc.Arbitrary<PbDocument> = fc.record({
  META: table(['key', 'value']),
  PROJECTS: table(['project_id', 'cost', 'name']),
  VOTES: table(['voter_id', 'age', 'vote']),
});

const cellsOf = ({ META, PROJECTS, VOTES }: PbDocument) =>
  [META, PROJECTS, VOTES].map(({ columns, rows }) => [columns, ...rows.map(({ cells }) => cells)]);

function read(text: string) {
  const problems = new Problems();
  return { found: readPbDocument(text, problems), problems };
}

describe('a Pabulib document', () => {
  it('reads as it was written, whatever its cells hold', () => {
    fc.assert(
      fc.property(document, (written) => {
        const { found, problems } = read(writePbDocument(written));
        expect(problems.errors).toEqual([]);
        expect(found && cellsOf(found)).toEqual(cellsOf(written));
      }),
    );
  });

  it('is written as it was read', () => {
    const text =
      'META\nkey;value\nunit;"Nowe; wieś"\nlater_key;x\nPROJECTS\nproject_id;cost\n1;"5 ""zł"""\nVOTES\nvoter_id;vote;sex\n7;1;F\n';
    const { found } = read(text);
    expect(found && writePbDocument(found)).toBe(text);
  });

  it('passes over marks, blanks and empty lines, and knows the line all the same', () => {
    const { found, problems } = read(
      '\uFEFFmeta\r\nkey; value\r\n\r\nname; "a; ""b"""; \r\nPROJECTS;;\r\nproject_id;name;\r\n 1 ;two\r\nVOTES\r\nvoter_id;vote\r\n"multi\nline";1\r\nlast;1',
    );
    expect(problems.errors).toEqual([]);
    expect(found?.META.rows).toEqual([{ line: 4, cells: ['name', 'a; "b"'] }]);
    expect(found?.PROJECTS).toEqual({ columns: ['project_id', 'name'], rows: [{ line: 7, cells: ['1', 'two'] }] });
    expect(found?.VOTES.rows.map(({ line }) => line)).toEqual([10, 12]);
  });

  it('keeps wrongly closed quotes as they stand, and warns', () => {
    const { found, problems } = read(
      'META\nkey;value\nPROJECTS\nproject_id;name;cost\n1;"Old" Mill by the weir;5\n2;the "old" mill;6\n3;"x" y;7\nVOTES\nvoter_id;vote\n1;2',
    );
    expect(found?.PROJECTS.rows).toEqual([
      { line: 5, cells: ['1', '"Old" Mill by the weir', '5'] },
      { line: 6, cells: ['2', 'the "old" mill', '6'] },
      { line: 7, cells: ['3', '"x" y', '7'] },
    ]);
    expect(found?.VOTES.rows).toEqual([{ line: 10, cells: ['1', '2'] }]);
    expect(problems.errors).toEqual([]);
    expect(problems.warnings).toEqual([expect.stringMatching(/^line 5: .*\(the first of 2 such\)$/)]);
  });

  it.each([
    ['', ['META: the file has no such section', 'PROJECTS: the', 'VOTES: the']],
    ['a;b\nMETA\nkey;value', ['line 1: stands before META']],
    ['META\nkey;value\nMETA\nkey;value', ['META line 3: this section has begun before']],
    ['META\nvote_type;approval\nkey;value', ['META line 2: the columns of META must be key;value']],
    [
      'META\nkey;value\nVOTES\nvoter_id;vote;VOTE\n1;2;3;4',
      ['VOTES line 4, column vote: is named twice', 'VOTES line 5: has 4'],
    ],
    ['META\nkey;value\nunit;"open\nPROJECTS\nproject_id', ['line 3: opens a quote']],
  ])('says what is wrong and where: %j', (text, says) => {
    const { problems } = read(text);
    for (const part of says) expect(problems.errors).toContainEqual(expect.stringContaining(part));
  });
});
