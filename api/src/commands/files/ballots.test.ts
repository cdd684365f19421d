import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { laurelOn } from '../../test/command.ts';
import { ballotsImport } from './ballots-import.ts';

const { laurel, folder } = laurelOn('ballots');

function write(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}`);
  return path;
}

const head = ['META', 'key;value', 'vote_type;ordinal', 'max_length;3', 'num_votes;4', 'PROJECTS', 'project_id;name'];

describe('laurel ballots and laurel tally', () => {
  const path = write('vote.pb', [
    ...head,
    'a-1;"Park; ""new"""',
    '2;Mill',
    '"x;y";Path',
    'VOTES',
    'voter_id;age;vote',
    '1;30;a-1,2',
    '2;;"2,x;y"',
    '3;40;2',
    '4;50;',
  ]);
  const counts = ['ballots\t3', 'already there\t0', 'votes\t5', 'voters\t4', 'entries\t3', ''];

  it('bring a file in, count it, and take it out again', async () => {
    const first = await laurel('ballots', 'import', path, '--competition', 'vote', '--create');
    expect(first).toMatchObject({ exitCode: 0, stdout: ['competition\tvote\tnew', ...counts].join('\n') });
    expect(first.stderr).toContain('warning: VOTES line 16, column vote: 4 names no project');
    const tally = 'entry,votes,score\n2,3,8\na-1,1,3\nx;y,1,2\n';
    expect(await laurel('tally', '--competition', 'vote', '--format', 'csv')).toMatchObject({
      exitCode: 0,
      stdout: tally,
    });

    const copy = join(folder, 'copy.pb');
    const out = await laurel('ballots', 'export', '--competition', 'vote', '--format', 'pb', '--output', copy);
    expect(out).toMatchObject({ exitCode: 0, stdout: '' });
    expect(readFileSync(copy, 'utf8')).toMatch(/^META\nkey;value\n/);
    expect(await laurel('ballots', 'import', copy, '--competition', 'copy', '--create')).toMatchObject({ exitCode: 0 });
    expect(await laurel('tally', '--competition', 'copy', '--format', 'csv')).toMatchObject({ stdout: tally });
  });

  it.each([
    { file: 'none.pb', options: {}, exitCode: 2, says: 'none.pb is not there' },
    { file: '.', options: {}, exitCode: 2, says: 'is a folder' },
    { file: 'vote.pb', options: { competition: 'A b' }, exitCode: 2, says: '--competition must be of small letters' },
    { file: 'vote.pb', options: { timeZone: 'Mars' }, exitCode: 2, says: '--time-zone Mars' },
    { file: 'vote.pb', options: { enteredBy: 'a\\b' }, exitCode: 2, says: '--entered-by must' },
    { file: 'vote.pb', options: { strict: true }, exitCode: 1, says: '4 names no project' },
    { file: 'vote.pb', options: { format: 'csv' as const }, exitCode: 1, says: 'line 1, column voter: this column' },
    { file: 'bad.pb', options: {}, exitCode: 1, says: 'PROJECTS line 8, column project_id: a,b holds a comma' },
  ])('say what is wrong: $file $options', async ({ file, options, exitCode, says }) => {
    write('bad.pb', [...head, '"a,b";no', 'VOTES', 'voter_id;vote', '1;b']);
    const importing = ballotsImport(join(folder, file), {
      competition: 'x',
      create: true,
      timeZone: 'UTC',
      ...options,
    });
    await expect(importing).rejects.toMatchObject({ exitCode, message: expect.stringContaining(says) });
  });

  it('call it wrong use when the competition is not named', async () => {
    const said = await laurel('ballots', 'export', '--format', 'csv');
    expect(said).toMatchObject({ exitCode: 2, stdout: '' });
    expect(said.stderr).toContain("required option '--competition <slug>'");
  });
});
