import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { dayIn } from '../../../core/time/local-day.ts';
import {
  BallotMethod,
  BallotRule,
  BallotStyle,
  Competition,
  Stage,
  StageKind,
} from '../../../competition/competitions/index.ts';
import { writeCsvBallots, type CsvBallot } from './csv-ballots.ts';
import { readTally } from './tally.ts';
import { writePb } from './pb/write-pb.ts';

interface ExportedBallots {
  text: string;
  ballots: number;
  votes: number;
}

interface Row {
  voter_id: string;
  key: string;
  entry_id: string;
  points: number;
  day: string;
}

/**
 * The counted votes of a competition for everybody to count again. Voters are numbered anew, by chance, each time;
 * times are days, the choices of an approval stand in the order of entries, and nothing of networks or devices goes
 * out. Operator only.
 */
export async function exportBallots(
  context: Context,
  { id, timeZone }: Competition,
  format: 'pb' | 'csv',
): Promise<ExportedBallots> {
  assertOperator(context);
  return await unitOfWork(context, async (em) => {
    // Tallies and votes are read as of one instant.
    await em.execute('set transaction isolation level repeatable read');
    const rule = await em.findOneOrFail(BallotRule, { competition: id });
    const entries = await readTally(em, id);
    const labels = new Map(entries.map(({ id: entryId, entry }) => [entryId, entry]));
    const ballots = await readBallots(em, id, rule, labels);
    const votes = ballots.reduce((sum, { choices }) => sum + choices.length, 0);
    recordAct(context, em, 'exportBallots', { type: 'Competition', id }, { format, ballots: ballots.length, votes });
    if (format === 'csv') return { text: writeCsvBallots(ballots), ballots: ballots.length, votes };
    const competition = await em.findOneOrFail(Competition, { id }, { populate: ['host'] });
    const stage = await em.findOne(Stage, { competition: id, kind: StageKind.VOTING });
    const host = competition.host.getEntity();
    const text = writePb({
      title: competition.name,
      host: host.name,
      rule,
      beginsOn: stage && dayIn(timeZone, stage.opensAt),
      // The window ends before its end.
      endsOn: stage && dayIn(timeZone, new Date(stage.closesAt.getTime() - 1)),
      entries,
      // A voter of several days is several voters there; nothing should tie them.
      ballots: shuffled(ballots),
    });
    return { text, ballots: ballots.length, votes };
  });
}

async function readBallots(
  em: EntityManager,
  competitionId: string,
  { style, method }: BallotRule,
  labels: Map<string, string>,
): Promise<CsvBallot[]> {
  const rows = await em.execute<Row[]>(
    `select voter_id, key, entry_id, points, day::text as day from votes
     where competition_id = ? and state = 'COUNTED' and retracted_at is null
     order by bucket, voter_id, key, ordinal`,
    [competitionId],
  );
  const voters = new Map<string, string>();
  const numbers = shuffled([...new Set(rows.map((row) => row.voter_id))]);
  numbers.forEach((voter, index) => voters.set(voter, String(index + 1)));
  // The taps of one voter on one day are one ballot: no entry is named twice in it.
  const groups = Map.groupBy(rows, (row) => `${row.voter_id}/${style === BallotStyle.TAP ? row.day : row.key}`);
  const ballots = [...groups.values()].map((group): CsvBallot => {
    const choices = group.map(({ entry_id: id, points }) => ({ entry: labels.get(id) ?? '', points }));
    if (method !== BallotMethod.RANKED) choices.sort((a, b) => b.points - a.points || (a.entry < b.entry ? -1 : 1));
    const [first] = group;
    return { voter: voters.get(first?.voter_id ?? '') ?? '', day: first?.day ?? '', choices };
  });
  return ballots.toSorted((a, b) => Number(a.voter) - Number(b.voter) || (a.day < b.day ? -1 : 1));
}

/** Fisher and Yates, with chance that nobody can run again. */
function shuffled<Item>(items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}
