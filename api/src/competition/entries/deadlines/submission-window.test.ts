import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { databaseClock, type Clock } from '../../../core/clock.ts';
import { makeCompetition, makeOrganization, makeProject, type TestOrganization } from '../../../test/factories.ts';
import { schema } from '../../../test/world.ts';
import { instantOf } from '@laurel/schema/wall-clock';
import { submitEntry } from '../hand-in/submit-entry.ts';
import { stateAt, submissionWindow, timesOf, WindowState, type WindowTerms } from './submission-window.ts';

/** What clocks show at a deadline, and the instant that it is; both by hand, from the calendar and the zone's law. */
const deadlines: [zone: string, local: string, utc: string][] = [
  ['Asia/Shanghai', '2026-11-30T20:00', '2026-11-30T12:00:00.000Z'],
  ['Asia/Shanghai', '2026-12-31T23:59', '2026-12-31T15:59:00.000Z'],
  ['Asia/Shanghai', '2028-02-29T23:59', '2028-02-29T15:59:00.000Z'],
  ['Asia/Kathmandu', '2027-06-30T18:00', '2027-06-30T12:15:00.000Z'],
  // Summer time begins: 01:59 is followed by 03:00. It ends: 02:30 comes twice, and the first is meant.
  ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ['Europe/Berlin', '2028-02-29T23:59', '2028-02-29T22:59:00.000Z'],
  ['America/New_York', '2027-03-14T01:59', '2027-03-14T06:59:00.000Z'],
  ['America/New_York', '2027-03-14T03:00', '2027-03-14T07:00:00.000Z'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00:00.000Z'],
  ['America/New_York', '2028-02-29T23:59', '2028-03-01T04:59:00.000Z'],
];

type Letter = 'U' | 'O' | 'G' | 'F' | 'C';
const states: Record<Letter, WindowState> = {
  U: WindowState.UPCOMING,
  O: WindowState.OPEN,
  G: WindowState.IN_GRACE,
  F: WindowState.FILES_ONLY,
  C: WindowState.CLOSED,
};
const minute = 60_000;
const hour = 60 * minute;

/** Rules with the instants around which they turn: milliseconds after the deadline of all, and what is right there. */
const rules: { name: string; grace: number; files: number; extended: number | null; at: [number, Letter][] }[] = [
  {
    name: 'no grace',
    grace: 0,
    files: 0,
    extended: null,
    // Opened ten days before.
    at: [
      [-240 * hour - 1, 'U'],
      [-240 * hour, 'O'],
      [-10 * minute, 'O'],
      [-1, 'O'],
      [0, 'O'],
      [1, 'C'],
      [10 * minute, 'C'],
    ],
  },
  {
    name: 'half an hour of grace',
    grace: 30,
    files: 0,
    extended: null,
    at: [
      [-1, 'O'],
      [0, 'O'],
      [1, 'G'],
      [30 * minute - 1, 'G'],
      [30 * minute, 'G'],
      [30 * minute + 1, 'C'],
    ],
  },
  {
    name: 'files a day later',
    grace: 30,
    files: 1440,
    extended: null,
    at: [
      [0, 'O'],
      [1, 'G'],
      [30 * minute, 'G'],
      [30 * minute + 1, 'F'],
      [24 * hour, 'F'],
      [24 * hour + 1, 'C'],
    ],
  },
  {
    name: 'less time for files than grace',
    grace: 60,
    files: 30,
    extended: null,
    at: [
      [30 * minute + 1, 'G'],
      [60 * minute, 'G'],
      [60 * minute + 1, 'C'],
    ],
  },
  {
    name: 'an extension of two days, with grace',
    grace: 30,
    files: 0,
    extended: 48 * hour,
    at: [
      [1, 'O'],
      [30 * minute + 1, 'O'],
      [48 * hour - 1, 'O'],
      [48 * hour, 'O'],
      [48 * hour + 1, 'G'],
      [48 * hour + 30 * minute, 'G'],
      [48 * hour + 30 * minute + 1, 'C'],
    ],
  },
  {
    name: 'an extension that the stage was moved beyond',
    grace: 0,
    files: 0,
    extended: -hour,
    at: [
      [-hour + 1, 'O'],
      [0, 'O'],
      [1, 'C'],
    ],
  },
];

const cases = deadlines.flatMap(([zone, local, utc]) =>
  rules.flatMap((rule) => rule.at.map(([after, letter]) => ({ zone, local, utc, rule, after, letter }))),
);
const termsOf = ({ utc, rule }: (typeof cases)[number]): WindowTerms => {
  const closes = Date.parse(utc);
  return {
    opensAt: new Date(closes - 240 * hour),
    closesAt: new Date(closes),
    extendedUntil: rule.extended === null ? null : new Date(closes + rule.extended),
    graceMinutes: rule.grace,
    filesGraceMinutes: rule.files,
  };
};

test.each(deadlines)('in %s the clocks show %s at %s', (zone, local, utc) => {
  expect(instantOf(local, zone).instant.toISOString()).toBe(utc);
});

test('the rule decides every case as the table does', () => {
  const wrong = cases.filter((one) => {
    const at = new Date(instantOf(one.local, one.zone).instant.getTime() + one.after);
    return submissionWindow(termsOf(one), at) !== states[one.letter];
  });
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(400);
  console.log(`deadlines: ${cases.length} cases by the rule, ${wrong.length} wrong`);
});

const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 0, 1) }).map((ms) => new Date(ms));
const anyTerms = fc
  .record({
    opensAt: instants,
    length: fc.integer({ min: 1, max: 90 * 24 * hour }),
    extension: fc.option(fc.integer({ min: -hour, max: 90 * 24 * hour })),
    graceMinutes: fc.integer({ min: 0, max: 1440 }),
    filesGraceMinutes: fc.integer({ min: 0, max: 10_080 }),
  })
  .map(({ opensAt, length, extension, ...grace }): WindowTerms => {
    const closesAt = new Date(opensAt.getTime() + length);
    const extendedUntil = extension === null ? null : new Date(closesAt.getTime() + extension);
    return { opensAt, closesAt, extendedUntil, ...grace };
  });
const order = Object.values(WindowState);

test('a window only ever goes on, its bounds are inside, and no extension takes time away', () => {
  fc.assert(
    fc.property(anyTerms, instants, instants, (terms, one, other) => {
      const [before, after] = one <= other ? [one, other] : [other, one];
      const place = (instant: Date, of = terms) => order.indexOf(submissionWindow(of, instant));
      expect(place(before)).toBeLessThanOrEqual(place(after));
      if (one >= terms.opensAt) expect(place(one)).toBeLessThanOrEqual(place(one, { ...terms, extendedUntil: null }));
      const times = timesOf(terms);
      const beyond = (instant: Date) => stateAt(times, new Date(instant.getTime() + 1));
      expect(stateAt(times, times.opensAt)).toBe(WindowState.OPEN);
      expect(stateAt(times, times.deadline)).toBe(WindowState.OPEN);
      expect(beyond(times.deadline)).not.toBe(WindowState.OPEN);
      expect(beyond(times.graceUntil)).not.toBe(WindowState.IN_GRACE);
      expect(beyond(times.filesUntil)).toBe(WindowState.CLOSED);
    }),
  );
});

test('nobody who hands in says what time it is', () => {
  const types = Object.values(schema.getTypeMap());
  for (const name of ['SubmitEntryInput', 'ResubmitEntryInput', 'WithdrawEntryInput']) {
    const input = types.find((type) => type.name === name);
    expect(JSON.stringify(input?.toConfig())).not.toMatch(/DateTime|[aA]t"/);
  }
});

describe('handing in, with PostgreSQL', () => {
  const world = sharedWorld();
  let competitionId: string;
  let organization: TestOrganization;
  let input: Parameters<typeof submitEntry>[1];
  beforeAll(async () => {
    const competition = await makeCompetition(world);
    organization = await makeOrganization(world);
    const projectId = await makeProject(world, organization);
    competitionId = competition.id;
    input = { projectId, competitionId, categoryId: competition.categoryIds[0] ?? '' };
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Puts the terms in force as somebody at the database would; the frozen rule and the kept extension aside. */
  async function declare({ opensAt, closesAt, extendedUntil, graceMinutes, filesGraceMinutes }: WindowTerms) {
    const em = world.orm.em.fork();
    await em.transactional(async (inside) => {
      await inside.execute("set local session_replication_role = 'replica'");
      await inside.execute('delete from extensions where competition_id = ?', [competitionId]);
      await inside.execute('delete from submission_rules where competition_id = ?', [competitionId]);
      await inside.execute("update entries set status = 'WITHDRAWN' where competition_id = ?", [competitionId]);
      const window = [opensAt, closesAt, competitionId];
      await inside.execute(
        "update stages set opens_at = ?, closes_at = ? where competition_id = ? and kind = 'SUBMISSION'",
        window,
      );
      await inside.execute(
        'insert into submission_rules (competition_id, grace_minutes, files_grace_minutes) values (?, ?, ?)',
        [competitionId, graceMinutes, filesGraceMinutes],
      );
      if (!extendedUntil) return;
      await inside.execute(
        `insert into extensions (id, competition_id, organization_id, until, reason, granted_at)
         values (gen_random_uuid(), ?, ?, ?, 'x', now())`,
        [competitionId, organization.id, extendedUntil],
      );
    });
  }

  async function handIn(clock: Clock): Promise<string> {
    const result = await submitEntry(Object.assign(world.contextOf(organization.member), { clock }), input);
    if (!('entry' in result) || result.constructor.name !== 'SubmitEntrySuccess') return result.constructor.name;
    const [row] = await world.sql<{ timing: string }>('select timing from entry_revisions where entry_id = ?', [
      result.entry.id,
    ]);
    return row?.timing ?? '';
  }
  const expected: Record<Letter, string> = {
    U: 'SubmissionsClosedError',
    O: 'ON_TIME',
    G: 'IN_GRACE',
    F: 'SubmissionsClosedError',
    C: 'SubmissionsClosedError',
  };

  test('is decided as the table says, by the use case and by the trigger behind it', { timeout: 60_000 }, async () => {
    // Each rule at two deadlines, one of them where the clocks change.
    const chosen = cases.filter(({ utc }) => ['2028-02-29T15:59:00.000Z', '2026-10-25T00:30:00.000Z'].includes(utc));
    const wrong: unknown[] = [];
    let declared = '';
    for (const one of chosen) {
      if (declared !== `${one.utc}${one.rule.name}`) await declare(termsOf(one));
      declared = `${one.utc}${one.rule.name}`;
      const at = new Date(Date.parse(one.utc) + one.after);
      const got = await handIn({ now: () => at });
      if (got !== expected[one.letter]) wrong.push({ ...one, got });
      if (got in { ON_TIME: 1, IN_GRACE: 1 }) await declare(termsOf(one));
    }
    console.log(`deadlines: ${chosen.length} cases through submitEntry, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });

  test.each([-10, 0, 10])('a server whose clock is %i minutes off decides by that of the database', async (minutes) => {
    const real = Date.now.bind(Date);
    vi.spyOn(Date, 'now').mockImplementation(() => real() + minutes * minute);
    const clock = await databaseClock(async () => {
      const [row] = await world.sql<{ now: string }>('select clock_timestamp() as now');
      return new Date(row?.now ?? '');
    });
    const [row] = await world.sql<{ now: string }>('select clock_timestamp() as now');
    const now = new Date(row?.now ?? '').getTime();
    const terms = { extendedUntil: null, graceMinutes: 0, filesGraceMinutes: 0, opensAt: new Date(now - hour) };
    await declare({ ...terms, closesAt: new Date(now + 30_000) });
    expect(await handIn(clock)).toBe('ON_TIME');
    await declare({ ...terms, closesAt: new Date(now - 1) });
    expect(await handIn(clock)).toBe('SubmissionsClosedError');
    await declare({ ...terms, closesAt: new Date(now - 1), graceMinutes: 5 });
    expect(await handIn(clock)).toBe('IN_GRACE');
    clock.stop();
  });

  test('whoever was there in time and had to wait is in time', async () => {
    const closesAt = new Date('2026-11-30T12:00:00Z');
    const terms = { extendedUntil: null, graceMinutes: 0, filesGraceMinutes: 0 };
    await declare({ ...terms, opensAt: new Date('2026-11-01T00:00:00Z'), closesAt });
    world.clock.set(closesAt);
    const em = world.orm.em.fork();
    let waiting: Promise<string> | undefined;
    await em.transactional(async (inside) => {
      await inside.execute('select id from competitions where id = ? for update', [competitionId]);
      waiting = handIn(world.clock);
      await new Promise((resolve) => setTimeout(resolve, 50));
      world.clock.set(new Date(closesAt.getTime() + 60_000));
    });
    expect(await waiting).toBe('ON_TIME');
    expect(await handIn(world.clock)).toBe('SubmissionsClosedError');
  });

  test('PostgreSQL takes no hand-in out of time, however it is marked', async () => {
    const terms = { extendedUntil: null, graceMinutes: 30, filesGraceMinutes: 60 };
    const closesAt = new Date('2026-11-30T12:00:00Z');
    await declare({ ...terms, opensAt: new Date('2026-11-01T00:00:00Z'), closesAt });
    expect(await handIn({ now: () => closesAt })).toBe('ON_TIME');
    const insert = `insert into entry_revisions (entry_id, revision, content, text, sha256, submitted_at, submitted_by_id, timing)
      select r.entry_id, 2, c, text_of_entry(c), encode(sha256(convert_to(text_of_entry(c), 'UTF8')), 'hex'), ?, submitted_by_id, ?
      from entry_revisions r join entries e on e.id = r.entry_id
        cross join lateral (select r.content || jsonb_build_object('revision', 2) as c) x
      where e.status = 'SUBMITTED' and e.competition_id = ?`;
    const attempt = (at: string, timing: string) => world.sql(insert, [at, timing, competitionId]);
    for (const [at, timing] of [
      ['2026-11-30T12:00:00.001Z', 'ON_TIME'],
      ['2026-11-30T12:00:00Z', 'IN_GRACE'],
      ['2026-11-30T12:30:00.001Z', 'IN_GRACE'],
      // Files alone, and there is none.
      ['2026-11-30T12:30:00.001Z', 'FILES_LATER'],
      ['2026-10-31T23:59:59.999Z', 'ON_TIME'],
    ] as const) {
      await expect(attempt(at, timing), `${at} ${timing}`).rejects.toThrow(/not the time/);
    }
    await attempt('2026-11-30T12:30:00Z', 'IN_GRACE');
  });
});
