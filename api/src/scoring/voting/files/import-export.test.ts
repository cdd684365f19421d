import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCompetition, makeEntry } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { sql } from '../../../test/act.ts';
import { type BallotMethod, Competition, Stage } from '../../../competition/competitions/index.ts';
import { readCsvBallots } from './csv-ballots.ts';
import { exportBallots } from './export-ballots.ts';
import { importBallotFile, type ImportOptions } from './import-ballot-file.ts';
import { Problems } from '../../../core/tables/problems.ts';
import { readPb } from './pb/read-pb.ts';
import { readTally, writeTally } from './tally.ts';

const world = sharedWorld();

let serial = 0;
const newSlug = () => `imported-${(serial += 1)}`;

async function load(text: string, options: Partial<ImportOptions> & { slug: string; format?: 'pb' | 'csv' }) {
  const problems = new Problems();
  const file = options.format === 'csv' ? readCsvBallots(text, problems) : readPb(text, problems);
  const rest = { create: true, isDryRun: false, isStrict: false, enteredBy: 'staff', timeZone: 'UTC', source: 'a.pb' };
  const report = file && (await importBallotFile(world.operator(), file, { ...rest, ...options }, problems));
  return { report, problems };
}

const competitionOf = (slug: string) => world.orm.em.fork().findOneOrFail(Competition, { slug });

async function tallyOf(slug: string): Promise<string[]> {
  const { id } = await competitionOf(slug);
  const lines = writeTally(await readTally(world.orm.em.fork(), id))
    .trim()
    .split('\n');
  return lines.slice(1);
}

async function exported(slug: string, format: 'pb' | 'csv'): Promise<string> {
  return (await exportBallots(world.operator(), await competitionOf(slug), format)).text;
}

/** Counted votes equal the tallies, and nobody has used more than they may. */
async function expectBalance() {
  const [sums] = await sql<{ votes: string; points: string; counted: string; given: string }>(
    world,
    `select (select sum(votes) from tally_parts) as votes, (select sum(points) from tally_parts) as points,
       (select count(*) from votes where state = 'COUNTED' and retracted_at is null) as counted,
       (select sum(points) from votes where state = 'COUNTED' and retracted_at is null) as given`,
  );
  expect(sums?.votes).toEqual(sums?.counted);
  expect(sums?.points).toEqual(sums?.given);
  const torn = await sql(
    world,
    "select 1 from tally_parts t group by bucket, entry_id having sum(votes) <> (select count(*) from votes v where v.bucket = t.bucket and v.entry_id = t.entry_id and v.state = 'COUNTED')",
  );
  expect(torn).toEqual([]);
}

const pb = (meta: string[], votes: string[], projects = ['1;5;Park', '2;5;"Mill; old"', 'x-3;5;Path']) =>
  ['META', 'key;value', ...meta, 'PROJECTS', 'project_id;cost;name', ...projects, 'VOTES', ...votes].join('\n');

const types = {
  approval: pb(['vote_type;approval', 'max_length;2'], ['voter_id;vote', '1;2,1', '2;2', '3;', '4;1,2,x-3']),
  'choose-1': pb(['vote_type;choose-1'], ['voter_id;vote', '1;2', '2;2', '3;x-3']),
  cumulative: pb(
    ['vote_type;cumulative', 'max_sum_points;5', 'max_points;3'],
    ['voter_id;vote;points', '1;2,1;3,2', '2;1;1', '3;x-3,2;0,5'],
  ),
  scoring: pb(['vote_type;scoring'], ['voter_id;vote;points', '1;2,1;30,2', '2;1;20000']),
  // k is 3: 3 points, 2 points, 1 point, however short the ballot.
  ordinal: pb(['vote_type;ordinal', 'max_length;3'], ['voter_id;vote', '1;2,1,x-3', '2;1', '3;1,2']),
  'ordinal without max_length': pb(
    ['vote_type;ordinal'],
    ['voter_id;vote', 'a;4,1', 'b;1'],
    ['1;5;A', '2;5;B', '3;5;C', '4;5;D'],
  ),
};
const tallies: Record<keyof typeof types, string[]> = {
  approval: ['2,3,3', '1,2,2', 'x-3,1,1'],
  'choose-1': ['2,2,2', 'x-3,1,1', '1,0,0'],
  cumulative: ['2,2,8', '1,2,3', 'x-3,1,0'],
  scoring: ['1,2,20002', '2,1,30', 'x-3,0,0'],
  ordinal: ['1,3,8', '2,2,5', 'x-3,1,1'],
  'ordinal without max_length': ['1,2,7', '4,1,4', '2,0,0', '3,0,0'],
};

describe('a file of ballots', () => {
  it.each(Object.keys(types) as (keyof typeof types)[])('of type %s is counted as it declares', async (type) => {
    const slug = newSlug();
    const { problems, report } = await load(types[type], { slug });
    expect(problems.errors).toEqual([]);
    expect(report?.isNew).toBe(true);
    expect(await tallyOf(slug)).toEqual(tallies[type]);

    const again = await load(types[type], { slug });
    expect(again.report).toMatchObject({ isNew: false, ballots: 0, votes: 0, already: report?.ballots });
    expect(await tallyOf(slug)).toEqual(tallies[type]);

    const copy = newSlug();
    const opened = await load(await exported(slug, 'pb'), { slug: copy });
    expect(opened.problems.errors).toEqual([]);
    expect(await tallyOf(copy)).toEqual(tallies[type]);
    // A CSV file knows only entries that somebody chose.
    const csv = newSlug();
    await load(await exported(slug, 'csv'), { slug: csv, format: 'csv' });
    expect(await tallyOf(csv)).toEqual(tallies[type].filter((line) => !line.endsWith(',0,0')));
    await expectBalance();
  });

  it('makes a competition that says where it comes from', async () => {
    const slug = newSlug();
    const meta = [
      'description;河边预算',
      'unit;长春',
      'language;zh',
      'vote_type;approval',
      'date_begin;05.06.2023',
      'date_end;19.06.2023',
    ];
    await load(pb(meta, ['voter_id;vote', '1;2,1']), { slug, timeZone: 'Asia/Shanghai', source: 'cc.pb' });
    const em = world.orm.em.fork();
    const competition = await em.findOneOrFail(Competition, { slug }, { populate: ['host', 'region'] });
    expect(competition).toMatchObject({
      name: { zh: '河边预算', en: null },
      timeZone: 'Asia/Shanghai',
      isDemonstration: false,
    });
    expect(competition.host.getEntity().name).toMatchObject({ zh: '长春（导入）' });
    expect(await em.find(Stage, { competition })).toMatchObject([
      { opensAt: new Date('2023-06-04T16:00:00Z'), closesAt: new Date('2023-06-19T16:00:00Z') },
    ]);
    const votes = await sql(
      world,
      'select day::text as day, level, entered_by, ordinal from votes where competition_id = ? order by ordinal',
      [competition.id],
    );
    expect(votes).toEqual(
      [0, 1].map((ordinal) => ({ day: '2023-06-05', level: 'IMPORTED', entered_by: 'staff', ordinal })),
    );
    expect(
      await sql(world, 'select scope, used, allowed from voter_quotas where competition_id = ?', [competition.id]),
    ).toEqual([{ scope: 'day:2023-06-05', used: 1, allowed: 1 }]);
  });

  it('leaves nothing behind when it is tried only, or refused', async () => {
    const slug = newSlug();
    const tried = await load(types.approval, { slug, isDryRun: true });
    expect(tried.report).toEqual({ isNew: true, ballots: 3, already: 0, votes: 6, voters: 4, entries: 3 });
    const strict = await load(types.approval, { slug, isStrict: true });
    expect(strict.report).toBeNull();
    expect(strict.problems.warnings).toContainEqual(expect.stringContaining('max_length'));
    const missing = await load(types.approval, { slug, create: false });
    expect(missing.problems.errors).toEqual([`there is no competition ${slug}; --create makes it from the file`]);
    for (const table of ['competitions', 'organizations'])
      expect(await sql(world, `select slug from ${table} where slug like ?`, [`%${slug}`])).toEqual([]);
  });

  it('is refused where it contradicts what was entered before, and then not even in part', async () => {
    const slug = newSlug();
    await load(types.approval, { slug });
    const other = pb(['vote_type;approval'], ['voter_id;vote', '9;1', '2;1']);
    const { report, problems } = await load(other, { slug });
    expect(report).toBeNull();
    expect(problems.errors).toEqual([expect.stringMatching(/^line \d+: voter 2 has another ballot/)]);
    const points = await load(types.cumulative, { slug });
    expect(points.problems.errors).toEqual(["the file's votes are POINTS, and those of this competition APPROVAL"]);
    expect(await tallyOf(slug)).toEqual(tallies.approval);
    const more = await load(pb(['vote_type;approval'], ['voter_id;vote', '9;1', '2;2']), { slug });
    expect(more.report).toMatchObject({ ballots: 1, already: 1 });
    await expectBalance();
  });

  it('on paper: goes to the entries of a competition that votes by taps, by their numbers', async () => {
    const competition = await makeCompetition(world, { votesPerDay: 2 });
    for (let entry = 0; entry < 3; entry += 1) await makeEntry(world, competition);
    await makeEntry(world, competition, { isAccepted: false });
    const csv = 'voter,entry,cast_at\n1,1,2026-11-20\n1,2,2026-11-20\n1,1,2026-11-21\n2,3,\n';
    const { report, problems } = await load(csv, { slug: competition.slug, create: false, format: 'csv' });
    expect(problems.errors).toEqual([]);
    expect(report).toMatchObject({ ballots: 4, votes: 4, voters: 2 });
    expect((await load(csv, { slug: competition.slug, format: 'csv' })).report).toMatchObject({
      ballots: 0,
      already: 4,
    });
    expect(await tallyOf(competition.slug)).toEqual(['1,2,2', '2,1,1', '3,1,1']);

    const wrong = await load('voter,entry,points\n5,4,\n6,7,\n7,1,3', { slug: competition.slug, format: 'csv' });
    expect(wrong.problems.errors).toEqual([
      'line 2: 4 is no entry of this competition',
      'line 3: 7 is no entry of this competition',
      'line 4: gives 1 3 points, and the rule gives none',
    ]);
    const many = 'voter,entry,cast_at\n8,1,2026-11-20\n8,2,2026-11-20\n8,3,2026-11-20';
    const beyond = await load(many, { slug: competition.slug, format: 'csv' });
    expect(beyond.report).toMatchObject({ ballots: 3 });
    expect(beyond.problems.warnings).toEqual([
      expect.stringContaining('a voter has 3 votes per day, and the rule allows 2'),
    ]);

    const copy = newSlug();
    await load(await exported(competition.slug, 'pb'), { slug: copy });
    expect(await tallyOf(copy)).toEqual(await tallyOf(competition.slug));
    await expectBalance();
  });
});

describe('ballots taken out', () => {
  it('do not show whose they are, and leave out what does not count', async () => {
    const slug = newSlug();
    await load(types.ordinal, { slug });
    const { id } = await competitionOf(slug);
    // The first choice of the first ballot is held: those after it must not move up.
    await sql(
      world,
      `update votes set state = 'HELD', case_id = gen_random_uuid()
       where competition_id = ? and points = 3 and entry_id = (select id from entries where competition_id = ? and key = '2')`,
      [id, id],
    );
    await sql(
      world,
      `update tally_parts t set votes = votes - 1, points = points - 3 where (bucket, entry_id) in
         (select bucket, entry_id from votes where competition_id = ? and state = 'HELD')`,
      [id],
    );
    const text = await exported(slug, 'pb');
    expect(text).toContain('vote_type;scoring');
    const copy = newSlug();
    await load(text, { slug: copy });
    expect(await tallyOf(copy)).toEqual(await tallyOf(slug));
    expect(await tallyOf(copy)).toEqual(['1,3,8', '2,1,2', 'x-3,1,1']);
    const csv = await exported(slug, 'csv');
    expect(csv).toMatch(/^voter,entry,points,cast_at\n(\d+,[\w-]+,\d,\d{4}-\d\d-\d\d\n)+$/);
    const secrets = await sql<{ voter_id: string; key: string }>(
      world,
      'select voter_id, key from votes where competition_id = ?',
      [id],
    );
    for (const { voter_id: voter, key } of secrets) {
      expect(text + csv).not.toContain(voter);
      expect(text + csv).not.toContain(key);
    }
  });

  it('count as before, whatever they are', async () => {
    const entries = ['1', '2', 'a b', '9;"', '南'];
    const votes = fc.array(
      fc.uniqueArray(fc.record({ entry: fc.constantFrom(...entries), points: fc.nat(4) }), {
        selector: ({ entry }) => entry,
        minLength: 1,
        maxLength: 4,
      }),
      { minLength: 1, maxLength: 12 },
    );
    const kinds = fc.constantFrom('approval', 'cumulative', 'ordinal');
    await fc.assert(
      fc.asyncProperty(votes, kinds, async (ballots, type) => {
        const slug = newSlug();
        const rule = { approval: 'APPROVAL', cumulative: 'POINTS', ordinal: 'RANKED' }[type] as BallotMethod;
        const score = (points: number, place: number) =>
          ({ APPROVAL: 1, POINTS: points, RANKED: Math.max(0, 3 - place) })[rule];
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = ballots.map((choices, voter) =>
          [
            voter,
            quote(choices.map(({ entry }) => entry).join(',')),
            choices.map(({ points }) => points).join(','),
          ].join(';'),
        );
        const meta = [`vote_type;${type}`, 'max_length;3', 'max_sum_points;9'];
        await load(
          pb(
            meta,
            ['voter_id;vote;points', ...lines],
            entries.map((entry) => `${quote(entry)};1;`),
          ),
          { slug },
        );
        const expected = entries.map((entry) => {
          const named = ballots.flatMap((choices) =>
            choices.flatMap((choice, place) => (choice.entry === entry ? [score(choice.points, place)] : [])),
          );
          return { entry, votes: named.length, score: named.reduce((sum, value) => sum + value, 0) };
        });
        const counts = async (of: string) =>
          (await readTally(world.orm.em.fork(), (await competitionOf(of)).id)).map(({ votes: count, score: sum }) => [
            count,
            sum,
          ]);
        const found = await readTally(world.orm.em.fork(), (await competitionOf(slug)).id);
        expect(found.map(({ entry, votes: count, score: sum }) => ({ entry, votes: count, score: sum }))).toEqual(
          expect.arrayContaining(expected),
        );
        const copy = newSlug();
        const { problems } = await load(await exported(slug, 'pb'), { slug: copy });
        expect(problems.errors).toEqual([]);
        expect(await counts(copy)).toEqual(await counts(slug));
      }),
      { numRuns: 12 },
    );
    await expectBalance();
  });
});
