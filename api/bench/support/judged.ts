import { createHash } from 'node:crypto';
import { systemClock } from '../../src/core/clock.ts';
import { makeContext } from '../../src/core/context.ts';
import { openOrm } from '../../src/database/mikro-orm.config.ts';
import { AwardTier, offerAwards } from '../../src/competition/awards/index.ts';
import { createCompetition, StageKind } from '../../src/competition/competitions/index.ts';
import { cookieOf } from '../load/session.ts';
import type { Cluster } from './cluster.ts';
import { secret, type Fixtures } from './fixtures.ts';

export interface JudgedArena {
  slug: string;
  /** Of the organizer. */
  cookie: string;
  /** Sheets that are full and not submitted, with the cookie of their judge. */
  open: { assignmentId: string; cookie: string }[];
}

const day = 86_400_000;
const criteria = ['needs', 'goals', 'implementation', 'outcomes', 'features'];

/**
 * A competition under judging: all entries of an arena, each marked by `perEntry` of `judges` judges, who are the first
 * voters of the fixtures. Marks are drawn by PostgreSQL from a fixed seed; all but `open` sheets are submitted and sealed.
 */
export async function makeJudgedArena(
  cluster: Cluster,
  fixtures: Fixtures,
  { judges, perEntry, open }: { judges: number; perEntry: number; open: number },
): Promise<JudgedArena> {
  const orm = await openOrm(cluster.url, { logger: () => undefined });
  try {
    const operator = () =>
      makeContext({ em: orm.em.fork(), viewer: null, isOperator: true, clock: systemClock, locale: 'en', secret });
    const [host] = await cluster.query<{ id: string; region_id: string }>(
      "select id, region_id from organizations where slug = 'host'",
    );
    const [organizer] = await cluster.query<{ id: string }>(
      "select id from users where email = 'organizer@bench.example'",
    );
    const text = (value: string) => ({ zh: value, en: value });
    const { id, slug } = await createCompetition(operator(), {
      slug: 'judged',
      name: text('Judged'),
      tagline: text('A bench'),
      description: text('A bench'),
      hostId: host?.id ?? '',
      regionId: host?.region_id ?? '',
      timeZone: 'Asia/Shanghai',
      isDemonstration: true,
      stages: [
        {
          kind: StageKind.REVIEW,
          name: text('Review'),
          opensAt: new Date(Date.now() - day),
          closesAt: new Date(Date.now() + day),
        },
      ],
      categories: [{ key: 'all', name: text('All') }],
      criteria: criteria.map((key) => ({
        key,
        name: text(key),
        guidance: {},
        weight: '20',
        maximum: '10',
        step: '0.25',
      })),
      organizerIds: [organizer?.id ?? ''],
    });
    await offerAwards(operator(), id, [
      { tier: AwardTier.FIRST, name: text('First'), quota: 36 },
      { tier: AwardTier.SECOND, name: text('Second'), quota: 50 },
    ]);
    await fixtures.addEntries(id);
    await addSheets(cluster, id, judges, perEntry);
    const rows = await submitAllBut(cluster, id, open);
    return { slug, cookie: await signIn(cluster, organizer?.id ?? ''), open: rows };
  } finally {
    await orm.close(true);
  }
}

async function addSheets(cluster: Cluster, competitionId: string, judges: number, perEntry: number): Promise<void> {
  await cluster.query('select setseed(0.1144)');
  await cluster.query(
    `with stage as (select id from stages where competition_id = $1),
     panel as (
       insert into panels (id, competition_id, stage_id, name_en, judges_per_entry)
       select uuidv7(), $1, id, 'Panel', $3 from stage returning id),
     person as (
       select s.user_id, row_number() over (order by s.id) - 1 as n from (
         select id, user_id from sessions order by id limit $2) s),
     judge as (
       insert into judges (id, panel_id, user_id, code)
       select uuidv7(), panel.id, user_id, 'J' || n from person, panel returning id, code)
     insert into assignments (id, judge_id, entry_id, stage_id, ordinal, comment, assigned_at)
     select uuidv7(), judge.id, e.id, stage.id, e.number, '', now()
     from entries e cross join generate_series(0, $3::int - 1) k cross join stage
       join judge on judge.code = 'J' || ((e.number * $3::int + k) % $2::int)
     where e.competition_id = $1`,
    [competitionId, judges, perEntry],
  );
  // An entry has a level, a judge a severity, a mark some chance: what methods differ about.
  await cluster.query(
    `insert into marks (id, assignment_id, criterion_id, value, marked_at)
     select uuidv7(), a.id, c.id,
       round(4 * least(10, greatest(0, 7 + 2 * (hashtext(a.entry_id::text) % 1000) / 1000.0
         + (hashtext(a.judge_id::text) % 1000) / 1000.0 + 2 * (random() - 0.5)))) / 4, now()
     from assignments a join stages s on s.id = a.stage_id and s.competition_id = $1
       join rubrics r on r.competition_id = $1 join criteria c on c.rubric_id = r.id`,
    [competitionId],
  );
  await cluster.query('analyze');
}

async function submitAllBut(cluster: Cluster, competitionId: string, open: number): Promise<JudgedArena['open']> {
  const rows = await cluster.query<{ id: string; token: string }>(
    `select a.id, t.token from assignments a join stages s on s.id = a.stage_id join judges j on j.id = a.judge_id
       join sessions t on t.user_id = j.user_id
     where s.competition_id = $1 order by md5(a.id::text) limit $2`,
    [competitionId, open],
  );
  await cluster.query(
    `update assignments a set submitted_at = now(), seal = seal_of_sheet(a.id, a.comment)
     from stages s where s.id = a.stage_id and s.competition_id = $1 and not a.id = any($2::uuid[])`,
    [competitionId, rows.map(({ id }) => id)],
  );
  await cluster.query('analyze');
  return rows.map(({ id, token }) => ({ assignmentId: id, cookie: cookieOf(token, secret) }));
}

async function signIn(cluster: Cluster, userId: string): Promise<string> {
  const token = createHash('sha256').update('bench-organizer').digest('base64url').slice(0, 32);
  await cluster.query(
    `insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
     values (uuidv7(), $1, $2, now() + interval '7 days', now(), now())`,
    [userId, token],
  );
  return cookieOf(token, secret);
}
