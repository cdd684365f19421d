import { describe, expect, it } from 'vitest';
import { Problems } from '../../../../core/tables/problems.ts';
import { readPb } from './read-pb.ts';

interface Parts {
  meta: string[];
  projects?: string[];
  votes: string[];
}

function read({ meta, projects = ['project_id;cost;name', '1;5;Park', '2;5;Mill', '3;5;"Path; wide"'], votes }: Parts) {
  const problems = new Problems();
  const text = ['META', 'key;value', ...meta, 'PROJECTS', ...projects, 'VOTES', ...votes].join('\n');
  return { file: readPb(text, problems), problems };
}

/** A line per ballot: `P1: 2=4 3` is voter P1 with four points for project 2 and none said for project 3. */
const choicesOf = ({ file }: ReturnType<typeof read>) =>
  file?.ballots.map(({ voter, choices }) =>
    [`${voter}:`, ...choices.map(({ entry, points }) => (points === null ? entry : `${entry}=${points}`))].join(' '),
  );

describe('a Pabulib file', () => {
  it('of approval votes: each project named is a choice', () => {
    const found = read({
      meta: ['description;River budget', 'unit;Newtown', 'vote_type;approval', 'max_length;2', 'language;pl'],
      votes: ['voter_id;age;vote;voting_method', 'P1;34;"1,2";paper', 'P2;51; 3 , 1;internet', 'P3;;2;'],
    });
    expect(found.problems.warnings).toEqual([]);
    expect(choicesOf(found)).toEqual(['P1: 1 2', 'P2: 3 1', 'P3: 2']);
    expect(found.file).toMatchObject({
      title: 'River budget',
      host: 'Newtown',
      language: 'en',
      rule: { method: 'APPROVAL', minChoices: 1, maxChoices: 2 },
      entries: [{ key: '1', name: 'Park' }, { key: '2' }, { key: '3', name: 'Path; wide' }],
    });
  });

  it('of choose-1 votes: one choice, whatever META says of lengths', () => {
    const found = read({ meta: ['vote_type;Choose-1', 'max_length;3'], votes: ['voter_id;vote', '1;2', '2;1,3'] });
    expect(found.file?.rule).toMatchObject({ method: 'APPROVAL', minChoices: 1, maxChoices: 1 });
    expect(found.problems.warnings).toEqual([expect.stringContaining('VOTES line 13, column vote: names more')]);
  });

  it.each([
    [['vote_type;cumulative', 'max_sum_points;7'], { maxPoints: 7, maxSum: 7 }],
    [['vote_type;cumulative', 'max_sum_points;7', 'max_points;3'], { maxPoints: 3, maxSum: 7 }],
    [['vote_type;scoring'], { maxPoints: 4, maxSum: 6 }],
    [['vote_type;scoring', 'max_points;5', 'max_sum_points;3'], { maxPoints: 5, maxSum: 6 }],
  ])('of points, with META %j', (meta, rule) => {
    const found = read({ meta, votes: ['voter_id;vote;points', '1;2,3;4,2', '2;1;1', '3;3,1;0,2.0'] });
    expect(found.file?.rule).toEqual({ method: 'POINTS', minChoices: 1, maxChoices: 3, ...rule });
    expect(choicesOf(found)).toEqual(['1: 2=4 3=2', '2: 1=1', '3: 3=0 1=2']);
  });

  it.each([
    [['max_length;2'], 2],
    [[], 3],
  ])('of rankings: k is max_length, or else the number of projects', (meta, k) => {
    const found = read({ meta: ['vote_type;ordinal', 'scoring_fn;borda', ...meta], votes: ['voter_id;vote', '1;3,1'] });
    expect(found.file?.rule).toMatchObject({ method: 'RANKED', maxChoices: k });
    expect(found.problems.warnings).toEqual([]);
  });

  it.each([
    ['date_begin;05.06.2023', 'date_end;19.6.2023', '2023-06-05', '2023-06-19'],
    ['date_begin;2023-06-05', 'date_end;2023-06-19', '2023-06-05', '2023-06-19'],
    ['date_begin;2023', 'date_end;2024', '2023-01-01', '2024-12-31'],
    ['date_begin;', 'x;y', null, null],
  ])('reads %s and %s', (begin, end, beginsOn, endsOn) => {
    const found = read({ meta: ['vote_type;approval', begin, end], votes: ['voter_id;vote', '1;1'] });
    expect(found.file).toMatchObject({ beginsOn, endsOn });
    expect(found.problems.warnings).toEqual([]);
  });

  it.each([
    [['date_begin;31.02.2023'], 'META line 4, column value: date_begin is 31.02.2023'],
    [['date_begin;0001'], 'date_begin is 0001'],
    [['date_begin;2023', 'date_end;2022'], 'date_end comes before date_begin'],
    [['num_votes;9'], 'num_votes is 9, and the file holds 2'],
    [['num_projects;9'], 'num_projects is 9, and the file holds 3'],
    [['max_length;many'], 'max_length is many'],
    [['max_length;1'], 'VOTES line 11, column vote: names more projects than max_length (1)'],
    [['min_length;2'], 'names fewer projects than min_length (2)'],
    [['default_score;1'], 'default_score is passed over'],
    [['unit;a', 'unit;b'], 'unit has a second value'],
  ])('warns of %j and reads on', (meta, says) => {
    const { file, problems } = read({
      meta: ['vote_type;approval', ...meta],
      votes: ['voter_id;vote', '1;3', '2;1,2'],
    });
    expect(file?.ballots).toHaveLength(2);
    // The line differs with the number of keys; what is said does not.
    const plain = problems.warnings.map((text) => text.replace(/VOTES line \d+/, 'VOTES line 11'));
    expect(plain).toContainEqual(expect.stringContaining(says));
  });

  it('keeps points beyond the limits as they were cast, and warns', () => {
    const { file, problems } = read({
      meta: ['vote_type;cumulative', 'min_points;1', 'max_points;3', 'min_sum_points;2', 'max_sum_points;5'],
      votes: ['voter_id;vote;points', '1;1,2;9,0', '2;3;1'],
    });
    expect(file?.ballots.map(({ choices }) => choices.map(({ points }) => points))).toEqual([[9, 0], [1]]);
    for (const limit of ['max_points', 'min_points', 'max_sum_points', 'min_sum_points'])
      expect(problems.warnings).toContainEqual(expect.stringContaining(limit));
  });

  it('knows voters who name no project', () => {
    const { file, problems } = read({
      meta: ['vote_type;approval', 'num_votes;2'],
      votes: ['voter_id;vote', '1;', '2;,'],
    });
    expect(file).toMatchObject({ ballots: [], emptyBallots: 2 });
    expect(problems.warnings).toEqual([
      'VOTES line 12, column vote: 1 names no project: a voter, and no vote (the first of 2 such)',
    ]);
  });

  it.each([
    [['vote_type;approval'], ['voter_id;vote', '1;1,2,1'], 'VOTES line 11, column vote: names 1 twice'],
    [
      ['vote_type;approval'],
      ['voter_id;vote', '1;1', '1;2'],
      'VOTES line 12, column voter_id: 1 has voted in line 11 already',
    ],
    [['vote_type;approval'], ['voter_id;vote', '1;7'], 'VOTES line 11, column vote: 7 is no project of this file'],
    [['vote_type;approval'], ['voter_id;vote', '1;1,,2'], 'nothing is no project'],
    [['vote_type;approval'], ['voter_id;vote', ' ;1'], 'VOTES line 11, column voter_id: is empty'],
    [['vote_type;approval'], ['id;vote', '1;1'], 'VOTES, column voter_id: this column is missing'],
    [['vote_type;cumulative'], ['voter_id;vote', '1;1'], 'VOTES, column points: this column is missing'],
    [['vote_type;cumulative'], ['voter_id;vote;points', '1;1,2;3'], 'gives points 1 times where the vote names 2'],
    [['vote_type;scoring'], ['voter_id;vote;points', '1;1,2;3,-1'], '-1 is no whole number'],
    [
      ['vote_type;scoring'],
      ['voter_id;vote;points', '1;1,2;3,1.5'],
      'VOTES line 11, column points: 1.5 is no whole number',
    ],
    [
      ['vote_type;lottery'],
      ['voter_id;vote', '1;1'],
      'META line 3, column value: vote_type is lottery; it must be one of',
    ],
    [['unit;x'], ['voter_id;vote', '1;1'], 'META has no vote_type'],
  ])('refuses META %j with votes %j', (meta, votes, says) => {
    const { file, problems } = read({ meta, votes });
    expect(file).toBeNull();
    expect(problems.errors).toContainEqual(expect.stringContaining(says));
  });

  it('refuses projects without an id of their own', () => {
    const { problems } = read({
      meta: ['vote_type;approval'],
      projects: ['project_id;name', '1;a', '1;b', ';c', '"2,3";d'],
      votes: ['voter_id;vote'],
    });
    expect(problems.errors).toEqual([
      "PROJECTS line 7, column project_id: 1 is another project's id already",
      'PROJECTS line 8, column project_id: is empty',
      'PROJECTS line 9, column project_id: 2,3 holds a comma, which parts projects in a vote',
    ]);
  });

  it('lists every problem, up to a number that can be read', () => {
    const votes = ['voter_id;vote', ...Array.from({ length: 80 }, (_, index) => `${index};9`)];
    const { problems } = read({ meta: ['vote_type;approval'], votes });
    expect(problems.errors).toHaveLength(51);
    expect(problems.errors.at(-1)).toBe('and 30 more');
  });
});
