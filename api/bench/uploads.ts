import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/core/clock.ts';
import { makeContext } from '../src/core/context.ts';
import { openOrm } from '../src/database/mikro-orm.config.ts';
import { registerPeople } from '../src/platform/identity/index.ts';
import {
  OrganizationKind,
  RegionLevel,
  registerOrganizations,
  registerRegions,
} from '../src/people/organizations/index.ts';
import { createProject, CreateProjectSuccess, Language } from '../src/work/projects/index.ts';
import { bring, type Bringer } from '../src/test/files/bring.ts';
import { hostileDeeds, isTyped, type HostileDeed } from '../src/test/files/hostile-deeds.ts';
import { photo } from '../src/test/files/pictures.ts';
import { buildPrograms } from './support/build.ts';
import { type Cluster, describeCluster, startCluster } from './support/cluster.ts';
import { secret } from './support/fixtures.ts';
import { describeMachine } from './support/machine.ts';
import { type Bar, barLine, print, progress, table, whole, writeJson } from './support/report.ts';
import { type ServerProcess, startServer } from './support/server-process.ts';

export interface UploadsOptions {
  uploads: number;
  people: number;
  json?: string;
}

interface Kind {
  tried: number;
  codes: Map<string, number>;
}

/** Everything that people may try with files, against the real server: nothing is taken, and the server is the same after. */
export async function benchUploads(options: UploadsOptions): Promise<boolean> {
  const data = mkdtempSync(join(tmpdir(), 'laurel-uploads-'));
  progress('… building the programs, starting a PostgreSQL and the server');
  const programs = await buildPrograms();
  const cluster = await startCluster();
  let server: ServerProcess | undefined;
  try {
    server = await startServer(programs.server, cluster.url, { dataFolder: data });
    const people = await makeBringers(cluster, server, options.people);
    const deeds = await hostileDeeds();
    progress(`… ${deeds.length} kinds of uploads, ${options.uploads} in all`);
    return await report(options, server, cluster, data, await attack(options, server, people, deeds));
  } finally {
    await server?.end();
    await cluster.stop();
    programs.remove();
    rmSync(data, { recursive: true, force: true });
  }
}

async function makeBringers(cluster: Cluster, { port }: ServerProcess, count: number): Promise<Bringer[]> {
  const orm = await openOrm(cluster.url, { logger: () => undefined });
  const parts = { isOperator: true, clock: systemClock, locale: 'en', secret, viewer: null } as const;
  const operator = () => makeContext({ em: orm.em.fork(), ...parts });
  const text = (value: string) => ({ zh: value, en: value });
  const people = Array.from({ length: count }, (_, i) => ({ email: `member${i}@bench.example`, name: `Member ${i}` }));
  const memberIds = [...(await registerPeople(operator(), people)).values()];
  const regions = await registerRegions(operator(), [{ code: '22', name: text('Jilin'), level: RegionLevel.PROVINCE }]);
  const [organizationId = ''] = (
    await registerOrganizations(operator(), [
      { slug: 'one', name: text('One'), kind: OrganizationKind.CHARITY, regionId: regions.get('22') ?? '', memberIds },
    ])
  ).values();
  const bringers: Bringer[] = [];
  for (const userId of memberIds) {
    const token = randomBytes(24).toString('base64url');
    await cluster.query(
      `insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, now() + interval '1 day', now(), now())`,
      [userId, token],
    );
    const signature = createHmac('sha256', secret).update(token).digest('base64');
    const made = await createProject(operator(), { organizationId, title: text('Project'), language: Language.EN });
    if (!(made instanceof CreateProjectSuccess)) throw new Error('no project was made');
    bringers.push({
      url: `http://127.0.0.1:${port}`,
      cookie: `laurel.session_token=${encodeURIComponent(`${token}.${signature}`)}`,
      projectId: made.project.id,
    });
  }
  await orm.close(true);
  return bringers;
}

/** What a process holds in memory, in megabytes. */
const megabytesOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function attack(options: UploadsOptions, server: ServerProcess, people: Bringer[], deeds: HostileDeed[]) {
  const kinds = new Map<string, Kind>(deeds.map(({ kind }) => [kind, { tried: 0, codes: new Map() }]));
  const honest = { tried: 0, taken: 0 };
  const picture = {
    name: 'photo.jpg',
    type: 'image/jpeg',
    purpose: 'PICTURE' as const,
    bytes: await photo(4000, 3000),
  };
  const isHonestTaken = async (by: Bringer) => (await bring(by, picture)).code === 'FinishUploadSuccess';
  if (people[0]) await isHonestTaken(people[0]);
  const before = megabytesOf(server.pid);
  let peak = before;
  const waits: number[] = [];
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      const asked = performance.now();
      await fetch(`http://127.0.0.1:${server.port}/healthz`);
      waits.push(performance.now() - asked);
      peak = Math.max(peak, megabytesOf(server.pid));
      await new Promise((next) => setTimeout(next, 20));
    }
  })();
  let next = 0;
  const bringing = people.map(async (by) => {
    for (let i = (next += 1) - 1; i < options.uploads; i = (next += 1) - 1) {
      const deed = deeds[i % deeds.length];
      if (!deed) continue;
      const code = await deed.attempt(by);
      const kind = kinds.get(deed.kind);
      if (kind) {
        kind.tried += 1;
        kind.codes.set(code, (kind.codes.get(code) ?? 0) + 1);
      }
      if (i % 100 === 50) {
        honest.tried += 1;
        if (await isHonestTaken(by)) honest.taken += 1;
      }
    }
  });
  await Promise.all(bringing);
  over.abort();
  await watching;
  return { kinds, honest, before, peak, waits: waits.toSorted((a, b) => a - b) };
}

type Findings = Awaited<ReturnType<typeof attack>>;

async function report(
  options: UploadsOptions,
  server: ServerProcess,
  cluster: Cluster,
  data: string,
  { kinds, honest, before, peak, waits }: Findings,
): Promise<boolean> {
  const codes = [...kinds.values()].flatMap(({ codes: told }) => [...told]);
  const sum = (of: (code: string) => boolean) =>
    codes.filter(([code]) => of(code)).reduce((total, [, count]) => total + count, 0);
  const [ready] = await cluster.query<{ ready: number }>(
    "select count(*)::int as ready from uploads where state = 'READY'",
  );
  const left = readdirSync(join(data, 'files/incoming')).filter((name) => name.includes('.')).length;
  const isAlive = server.child.exitCode === null && server.child.signalCode === null;
  const bar = (what: string, value: string, wanted: string, holds: boolean): Bar => ({
    what,
    value,
    bar: wanted,
    holds,
  });
  const taken = sum((code) => code === 'FinishUploadSuccess');
  const untyped = sum((code) => !isTyped(code));
  const bars = [
    bar('hostile uploads taken', whole(taken), '0', taken === 0),
    bar('told nothing or something nobody understands', whole(untyped), '0', untyped === 0),
    bar('honest pictures taken meanwhile', `${honest.taken} of ${honest.tried}`, 'all', honest.taken === honest.tried),
    bar('in the books', whole(ready?.ready ?? 0), 'the honest ones', ready?.ready === honest.taken + 1),
    bar('half a file left on the disk', whole(left), '0', left === 0),
    bar('restarts of the server', isAlive ? '0' : 'it is gone', '0', isAlive),
    bar(
      'memory of the server',
      `${whole(before)} MB before, ${whole(peak)} MB at most`,
      '≤ 600 MB more',
      peak - before <= 600,
    ),
  ];
  for (const line of [describeMachine(), await describeCluster(cluster)]) print(line);
  print(
    table([
      ['kind', 'tried', 'told'],
      ...[...kinds].map(([kind, { tried, codes: told }]) => [kind, whole(tried), [...told.keys()].join(', ')]),
    ]),
  );
  const wait = (share: number) => (waits[Math.floor(waits.length * share)] ?? 0).toFixed(0);
  print(`another request meanwhile: p50 ${wait(0.5)} ms, p99 ${wait(0.99)} ms`);
  for (const one of bars) print(barLine(one));
  writeJson(options.json, {
    options,
    bars,
    kinds: Object.fromEntries([...kinds].map(([kind, { tried }]) => [kind, tried])),
  });
  return bars.every(({ holds }) => holds);
}
