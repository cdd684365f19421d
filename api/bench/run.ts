import { Command, InvalidArgumentError, Option } from 'commander';

/** One sub-command a question asked of the machine. Progress goes to stderr, results to stdout. */
const bench = new Command('bench')
  .description('Measures Laurel on this machine, on a PostgreSQL of its own that is gone afterwards.')
  .showHelpAfterError('(--help tells what is possible)')
  .addHelpText('after', '\nExit code: 0 what must hold holds; 1 it does not, or the bench failed; 2 wrong use.');

const number = (text: string) => {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
};

bench
  .command('vote')
  .description('castVote beside a no-op of the same server, a naive transaction a vote, and bare inserts.')
  .option('--quick', 'two short rounds, within a minute; ratios are rough')
  .option('--rounds <number>', 'how often all variants take their turn (5)', number)
  .option('--seconds <number>', 'seconds of each run (2.5)', number)
  .option('--voters <number>', 'signed-in voters; each votes once in a run (60000)', number)
  .option('--profile <prefix>', 'also profile the server under (a) and (b): a table, and <prefix>-a.cpuprofile, -b')
  .option('--json <file>', 'write every sample of every round')
  .addHelpText(
    'after',
    `
Requests a second, p50 and p99 in milliseconds at 64 and 256 connections, and microseconds of processor time a request
of the server, of PostgreSQL (all its processes) and of the load generator, which share the machine. Takes about four
minutes. Exit code 1 when votes, tallies and acknowledgements differ; the bars are printed as pass or FAIL.`,
  )
  .action(async ({ quick, rounds, seconds, voters, profile, json }) => {
    const { benchVote } = await import('./vote.ts');
    const usual = quick ? { rounds: 2, seconds: 1, voters: 30_000 } : { rounds: 5, seconds: 2.5, voters: 60_000 };
    return finish(
      await benchVote({
        rounds: rounds ?? usual.rounds,
        seconds: seconds ?? usual.seconds,
        voters: voters ?? usual.voters,
        profile,
        json,
      }),
    );
  });

bench
  .command('crash')
  .description('Kills the API and PostgreSQL under load; no acknowledged vote may be lost, none counted twice.')
  .option('--kills <number>', 'how many (50)', number, 50)
  .option('--acks <number>', 'votes acknowledged over the drill (1000000)', number, 1_000_000)
  .option('--connections <number>', 'clients that vote without pause (128)', number, 128)
  .option('--voters <number>', 'signed-in voters (20000)', number, 20_000)
  .option('--seed <number>', 'whom to kill, and when (drawn by chance)', number)
  .addOption(
    new Option('--synchronous-commit <setting>', 'off: PostgreSQL may forget, and the drill must notice')
      .choices(['on', 'off'] as const)
      .default('on' as const),
  )
  .option('--json <file>', 'write the report')
  .addHelpText(
    'after',
    `
SIGKILL of the API, of PostgreSQL (all its processes at once) or of both, at random moments; what has no clear outcome
is sent again with its key until it has one. Afterwards the clients' history is held against the tables. Takes as long
as the votes take, some five to ten minutes; says so after five kills. Exit code 1 when a bar does not hold. A kill
takes nothing from the kernel, so this does not test the disk.`,
  )
  .action(async ({ seed = Math.floor(Math.random() * 1e6), ...options }) => {
    const { benchCrash } = await import('./crash.ts');
    finish(await benchCrash({ ...options, seed }));
  });

function finish(holds: boolean): void {
  process.exitCode = holds ? 0 : 1;
}

// Whatever ends us, the processes of ours end with us; see support/children.ts.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
await bench.parseAsync().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
process.exit();
