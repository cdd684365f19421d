import { systemClock } from '../../src/core/clock.ts';
import { makeContext, type Context } from '../../src/core/context.ts';
import { openOrm } from '../../src/database/mikro-orm.config.ts';
import { createCompetition, StageKind } from '../../src/competition/competitions/index.ts';
import { registerPeople } from '../../src/platform/identity/index.ts';
import {
  OrganizationKind,
  RegionLevel,
  registerOrganizations,
  registerRegions,
} from '../../src/people/organizations/index.ts';
import { naiveTables } from '../server/bench-resolver.ts';
import { tokenOf } from '../load/session.ts';
import type { Cluster } from './cluster.ts';

export const secret = 'a secret for benches, thirty-two characters';

/** As many as the real vote had. */
const ENTRIES = 1144;

interface Arena {
  competitionId: string;
  /** Accepted entries, in the order in which plans number them. */
  entries: string[];
}

export interface Fixtures {
  /** A competition of its own, open for voting, with its entries in place. */
  arena: (options?: { votesPerDay?: number }) => Promise<Arena>;
  /** The entries of an arena in another competition of one category. */
  addEntries: (competitionId: string) => Promise<string[]>;
  close: () => Promise<void>;
}

/** What the bench votes on. Competitions are made by the use cases; the many rows around them by plain SQL. */
export async function makeFixtures(cluster: Cluster, voters: number): Promise<Fixtures> {
  const orm = await openOrm(cluster.url, { logger: () => undefined });
  const operator = (): Context =>
    makeContext({ em: orm.em.fork(), viewer: null, isOperator: true, clock: systemClock, locale: 'en', secret });
  const text = (value: string) => ({ zh: value, en: value });
  const organizer = { email: 'organizer@bench.example', name: 'Organizer' };
  const organizerId = (await registerPeople(operator(), [organizer])).get(organizer.email) ?? '';
  const regions = await registerRegions(operator(), [{ code: '22', name: text('Jilin'), level: RegionLevel.PROVINCE }]);
  const regionId = regions.get('22') ?? '';
  const organizations = await registerOrganizations(operator(), [
    { slug: 'host', name: text('Host'), kind: OrganizationKind.CHARITY, regionId, memberIds: [organizerId] },
  ]);
  const hostId = organizations.get('host') ?? '';
  await addOrganizations(cluster, regionId);
  await addVoters(cluster, voters);
  for (const statement of naiveTables) await cluster.query(statement);
  let serial = 0;
  return {
    async arena({ votesPerDay = 5 } = {}) {
      serial += 1;
      const day = 86_400_000;
      const { id } = await createCompetition(operator(), {
        slug: `arena-${serial}`,
        name: text(`Arena ${serial}`),
        tagline: text('A bench'),
        description: text('A bench'),
        hostId,
        regionId,
        // Far enough from midnight, whatever the hour of the bench, that no run crosses one.
        timeZone: zoneAtNoon(new Date()),
        isDemonstration: true,
        ballotRule: { votesPerDay },
        stages: [
          {
            kind: StageKind.VOTING,
            name: text('Vote'),
            opensAt: new Date(Date.now() - day),
            closesAt: new Date(Date.now() + day),
          },
        ],
        categories: [{ key: 'all', name: text('All') }],
        criteria: [],
        organizerIds: [organizerId],
      });
      return { competitionId: id, entries: await addEntries(cluster, id) };
    },
    addEntries: (competitionId) => addEntries(cluster, competitionId),
    close: () => orm.close(true),
  };
}

/** A zone in which it is about noon now. Etc/GMT-5 is five hours ahead of UTC, its sign being the old one. */
function zoneAtNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Each entry comes from an organization of its own, as most do. */
async function addOrganizations(cluster: Cluster, regionId: string): Promise<void> {
  await cluster.query(
    `insert into organizations (id, slug, name_zh, kind, region_id, status, verified_at, created_at)
     select uuidv7(), 'organization-' || i, '单位' || i, 'CHARITY', $1, 'VERIFIED', now(), now() from generate_series(1, $2::int) i`,
    [regionId, ENTRIES],
  );
  await cluster.query(
    `insert into projects (id, form_id, title_zh, language, organization_id, region_id, created_at, updated_at)
     select uuidv7(), (select id from forms where key = 'project'), name_zh, 'ZH_CN', id, region_id, now(), now() from organizations where slug like 'organization-%'`,
  );
}

async function addEntries(cluster: Cluster, competitionId: string): Promise<string[]> {
  const rows = await cluster.query<{ id: string }>(
    `insert into entries (id, competition_id, number, category_id, project_id, organization_id, region_id, title_zh, language,
       sections, status, submitted_at, search_text)
     select uuidv7(), $1, row_number() over (), (select id from categories where competition_id = $1), id, organization_id,
       region_id, title_zh, 'ZH_CN', '[{"key":"needs","text":"-"}]', 'ACCEPTED', now(), title_zh from projects
     returning id`,
    [competitionId],
  );
  await cluster.query('insert into bench_tallies select id, competition_id, 0 from entries where competition_id = $1', [
    competitionId,
  ]);
  return rows.map(({ id }) => id);
}

async function addVoters(cluster: Cluster, voters: number): Promise<void> {
  const tokens = Array.from({ length: voters }, (_, voter) => tokenOf(voter));
  await cluster.query(
    `with people as (
       insert into users (id, name, email, email_verified, created_at, updated_at)
       select uuidv7(), 'Voter', 'voter-' || i || '@bench.example', true, now() - interval '90 days', now()
       from generate_series(0, $1::int - 1) i returning id
     ), numbered as (select id, row_number() over () as n from people)
     insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
     select uuidv7(), id, token, now() + interval '7 days', now(), now()
     from numbered join unnest($2::text[]) with ordinality as t (token, n) using (n)`,
    [voters, tokens],
  );
  await cluster.query('analyze');
}
