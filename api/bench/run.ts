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
    const usual = quick
      ? { rounds: 2, seconds: 1, warmUpSeconds: 1.5, voters: 30_000 }
      : { rounds: 5, seconds: 2.5, warmUpSeconds: 4, voters: 60_000 };
    return finish(
      await benchVote({
        rounds: rounds ?? usual.rounds,
        seconds: seconds ?? usual.seconds,
        warmUpSeconds: usual.warmUpSeconds,
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

bench
  .command('fraud')
  .description('The vote detectors on simulated competitions: what is noticed, what is held, what honest voters pay.')
  .option('--seeds <numbers>', 'one competition of each kind per seed', '1,2,3')
  .option('--every <hours>', 'also scan so often while the votes of the first seed come in', number)
  .option('--json <file>', 'write all figures')
  .addHelpText('after', '\nNeeds no database; takes about a minute. Exit code 1 when a bar does not hold.')
  .action(async ({ seeds, every, json }) => {
    const { benchFraud } = await import('./fraud.ts');
    finish(await benchFraud({ seeds: seeds.split(',').map(number), everyHours: every, json }));
  });

bench
  .command('races')
  .description('Identical votes side by side, different ones for the last of a quota, and votes against the close.')
  .option('--voters <number>', 'who race with themselves and for their last vote (1000)', number, 1000)
  .option('--closes <number>', 'how often voting is closed under load (10)', number, 10)
  .option('--connections <number>', 'requests on their way at a time (256)', number, 256)
  .option('--servers <number>', 'processes of the server (3)', number, 3)
  .option('--json <file>', 'write what was found')
  .addHelpText('after', '\nOver HTTP, against the real server; about a minute. Exit code 1 when a rule was outrun.')
  .action(async (options) => {
    const { benchRaces } = await import('./races.ts');
    finish(await benchRaces(options));
  });

bench
  .command('flood')
  .description('More votes arrive than can be served: what is still counted, and how soon all is well again.')
  .option('--seconds <number>', 'how long the flood lasts (120)', number, 120)
  .option('--factor <number>', 'times the capacity measured at the start (3)', number, 3)
  .option('--connections <number>', 'most connections of the flood (2048)', number, 2048)
  .option('--voters <number>', 'signed-in voters, who vote again and again (60000)', number, 60_000)
  .option('--json <file>', 'write what was found, second by second')
  .addHelpText(
    'after',
    `
Requests leave at a fixed rate, whether the server keeps up or not, and their time counts from when they should have
left; who has no answer after ten seconds has given up. Takes about 140 seconds more than the flood.`,
  )
  .action(async (options) => {
    const { benchFlood } = await import('./flood.ts');
    finish(await benchFlood(options));
  });

bench
  .command('rank')
  .description('The arithmetic of ranking at two sizes, the ranking page, and how soon a submitted sheet is seen.')
  .option('--rounds <number>', 'how often the arithmetic is done at the smaller size (5)', number, 5)
  .option('--changes <number>', 'sheets submitted under the eyes of an organizer (20)', number, 20)
  .option('--json <file>', 'write what was found')
  .addHelpText('after', '\nMilliseconds; takes two to three minutes. Exit code 1 when a bar does not hold.')
  .action(async (options) => {
    const { benchRank } = await import('./rank.ts');
    finish(await benchRank(options));
  });

bench
  .command('uploads')
  .description('Aborted, oversized, mislabelled and hostile uploads: none may be taken, and the server stays as it is.')
  .option('--uploads <number>', 'how many (1000)', number, 1000)
  .option('--people <number>', 'who bring them at once (8)', number, 8)
  .option('--json <file>', 'write what was found')
  .addHelpText(
    'after',
    '\nOver HTTP, against the real server; two to three minutes. Exit code 1 when a bar does not hold.',
  )
  .action(async (options) => {
    const { benchUploads } = await import('./uploads.ts');
    finish(await benchUploads(options));
  });

bench
  .command('editors')
  .description('Pairs of editors of one section who type, save at once, lose answers and come back: is a word lost?')
  .option('--schedules <number>', 'how many pairs (10000)', number, 10_000)
  .addHelpText(
    'after',
    `
The test of src/work/projects/editors.test.ts with more schedules (EDITOR_SCHEDULES); ten thousand take some ten minutes.
Counts what happened; exit code 1 when a text was overwritten unseen or a saved word is gone.`,
  )
  .action(async ({ schedules }) => {
    const { benchEditors } = await import('./editors.ts');
    finish(await benchEditors(schedules));
  });

bench
  .command('import')
  .description(
    '1,144 entries out as a table, spoiled, in again: is every fault named, and are they the same afterwards?',
  )
  .option('--faults <number>', 'planted, one a row (50)', number, 50)
  .option('--json <file>', 'write what was found')
  .addHelpText(
    'after',
    '\nWants the programs built (npm run build); two to three minutes. Exit code 1 when a fault is missed, a row was written, or a field differs.',
  )
  .action(async (options) => {
    const { benchImport } = await import('./import.ts');
    finish(await benchImport(options));
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
