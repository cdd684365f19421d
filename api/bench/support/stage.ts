import { buildPrograms, type Programs } from './build.ts';
import { type Cluster, describeCluster, startCluster } from './cluster.ts';
import { type Fixtures, makeFixtures } from './fixtures.ts';
import { type LoadProcess, startLoad } from './load-process.ts';
import { describeMachine } from './machine.ts';
import { progress } from './report.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** Everything a bench needs, in place: programs, database, voters, server, load generator. */
export interface Stage {
  programs: Programs;
  cluster: Cluster;
  fixtures: Fixtures;
  server: ServerProcess;
  load: LoadProcess;
  voters: number;
  /** The machine, versions and settings it all runs with, a line each. */
  description: string[];
  close: () => Promise<void>;
}

interface StageOptions {
  voters: number;
  /** Of PostgreSQL. */
  settings?: Record<string, string>;
  /** Processes that serve the same database; `server` of the stage is the first. */
  servers?: number;
}

export async function setStage({ voters, settings = {}, servers: count = 1 }: StageOptions): Promise<Stage> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closers.toReversed()) await one().catch((error: Error) => progress(error.message));
  };
  const began = performance.now();
  try {
    const machine = describeMachine();
    progress('… building the programs, starting a PostgreSQL');
    const programs = await buildPrograms();
    closers.push(async () => programs.remove());
    const cluster = await startCluster(settings);
    closers.push(cluster.stop);
    progress(`… adding ${voters} voters, starting the server`);
    const fixtures = await makeFixtures(cluster, voters);
    closers.push(fixtures.close);
    const starting = Array.from({ length: count }, () => startServer(programs.server, cluster.url));
    for (const one of starting) closers.push(async () => (await one).end());
    const servers = await Promise.all(starting);
    const [server] = servers;
    if (!server) throw new Error('a stage needs a server');
    const stage: Stage = {
      programs,
      cluster,
      fixtures,
      server,
      load: startLoad(
        programs.load,
        servers.map(({ port }) => port),
        voters,
      ),
      voters,
      description: [
        machine,
        await describeCluster(cluster),
        `Node ${process.version} for the server and, in a process of its own, the load generator; ${voters} voters`,
      ],
      close,
    };
    // The server may have been started anew by then.
    closers.push(
      () => stage.server.end(),
      () => stage.load.end(),
    );
    progress(`✓ ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return stage;
  } catch (error) {
    await close();
    throw error;
  }
}
