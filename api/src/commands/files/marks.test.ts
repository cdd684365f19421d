import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { laurelOn } from '../../test/command.ts';

const { laurel, folder } = laurelOn('marks');
const published = join(import.meta.dirname, '../../test/data/figure-skating-2017');
const isu = ['--create', '--method', 'trimmed-mean', '--drop', '1', '--round', '2', '--missing', '0'];

const rows = (csv: string) => parse<Record<string, string>>(csv, { columns: true });

function write(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`);
  return path;
}

const files = (criteria: string[], marks: string[]) => [
  '--criteria',
  write('criteria.csv', ['category,criterion,factor', ...criteria]),
  '--marks',
  write('marks.csv', ['category,entry,judge,criterion,score', ...marks]),
];

describe('laurel marks and laurel results', () => {
  it('gives the panel scores and totals as published, and takes the same files in once', async () => {
    const given = ['--criteria', join(published, 'criteria.csv'), '--marks', join(published, 'scores.csv')];
    const first = await laurel('marks', 'import', '--competition', 'skating', ...given, ...isu);
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stdout).toBe(
      'competition\tskating\tnew\nsheets\t36\nalready there\t0\nmarks\t180\nentries\t4\njudges\t9\n',
    );
    const { stdout } = await laurel('results', 'export', '--competition', 'skating', '--format', 'csv');
    const key = (row: Record<string, string>) => [row.category, row.entry, row.criterion].join('/');
    const ours = new Map(rows(stdout).map((row) => [key(row), row]));
    const official = rows(readFileSync(join(published, 'official.csv'), 'utf8'));
    expect(ours.size).toBe(official.length);
    for (const row of official) {
      const { panel_score: panel, total } = ours.get(key(row)) ?? {};
      expect([key(row), Number(panel), Number(total)]).toEqual([
        key(row),
        Number(row.panel_score),
        Number(row.total_component_score),
      ]);
    }
    const again = await laurel('marks', 'import', '--competition', 'skating', ...given, ...isu);
    expect(again.stdout).toContain('sheets\t0\nalready there\t36\n');
  });

  it('leaves out what a judge did not give, drops the highest and lowest of the rest, and rounds half up', async () => {
    const marks = [
      ...['5', '0', '6.25', '6', '9.75'].map((score, judge) => `Solo,a,J${judge},技巧,${score}`),
      ...['', '7.5', '7.5', '7', '8'].map((score, judge) => `Solo,a,J${judge},Style,${score}`),
      ...['5', '6', '7'].map((score, judge) => `Duo,a,K${judge},Style,${score}`),
    ];
    const given = files(['Solo,技巧,1.1', 'Solo,Style,0.8', 'Duo,Style,2'], marks);
    const ran = await laurel('marks', 'import', '--competition', 'small', ...given, ...isu);
    expect(ran).toMatchObject({ exitCode: 0 });
    const { stdout } = await laurel('results', 'export', '--competition', 'small', '--format', 'csv');
    // (6.25 + 6) ÷ 2 = 6.125 → 6.13, × 1.1 = 6.743 → 6.74; (7.5 + 7.5) ÷ 2 = 7.50, × 0.8 = 6.00. The key a is in both.
    expect(stdout).toBe(
      [
        'category,entry,criterion,panel_score,factored_score,total,rank',
        'Solo,a,技巧,6.13,6.74,12.74,1',
        'Solo,a,Style,7.50,6.00,12.74,1',
        'Duo,a,Style,6.00,12.00,12.00,1',
        '',
      ].join('\n'),
    );
  });

  it('keeps nothing of files that are wrong, and says where', async () => {
    const marks = [
      'Solo,a,J1,Style,seven',
      'Solo,a,J1,Style,7',
      'Solo,a,J1,Style,7',
      'Solo,a,J1,Charm,7',
      'Solo,,J1,Style,7',
    ];
    const given = files(['Solo,Style,1', 'Solo,Style,2', 'Solo,Form,-1'], marks);
    const { exitCode, stderr, stdout } = await laurel(
      'marks',
      'import',
      '--competition',
      'wrong',
      ...given,
      '--create',
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    for (const line of [
      'criteria line 3: says Style of Solo again',
      'criteria line 4, column factor: "-1" is not a number above 0 with at most 3 decimals',
      'marks line 2, column score: "seven" is not a number with at most 3 decimals',
      'marks line 4: J1 marks Style of a again',
      'marks line 5: the criteria say nothing of Charm in Solo',
      'marks line 6: names no entry or no judge',
    ]) {
      expect(stderr).toContain(line);
    }
  });
});
