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

export async function setStage(options: { voters: number; settings?: Record<string, string> }): Promise<Stage> {
  const { voters } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closers.toReversed()) await one().catch((error: Error) => progress(error.message));
  };
  const began = performance.now();
  try {
    const machine = describeMachine();
    progress('… building the programs, starting a PostgreSQL');
    const [programs, cluster] = await Promise.all([buildPrograms(), startCluster(options.settings)]);
    closers.push(cluster.stop);
    progress(`… adding ${voters} voters, starting the server`);
    const fixtures = await makeFixtures(cluster, voters);
    closers.push(fixtures.close);
    const server = await startServer(programs.server, cluster.url);
    // The server may have been started anew by then.
    const stage: Stage = {
      programs,
      cluster,
      fixtures,
      server,
      load: startLoad(programs.load, server.port, voters),
      voters,
      description: [
        machine,
        await describeCluster(cluster),
        `Node ${process.version} for the server and, in a process of its own, the load generator; ${voters} voters`,
      ],
      close,
    };
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
