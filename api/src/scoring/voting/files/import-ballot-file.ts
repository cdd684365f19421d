import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { undoableUnitOfWork, Undone } from '../../../core/unit-of-work.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { BallotRule, Competition, holdStage, StageKind } from '../../../competition/competitions/index.ts';
import { Entry, EntryStatus } from '../../../competition/entries/index.ts';
import type { Ballot } from '../ballot/ballot.ts';
import { writeFreshBallots } from '../batches/import-ballots-fresh.ts';
import { writeInBulk } from '../batches/import-ballots-in-bulk.ts';
import type { BallotFile, FileBallot } from './ballot-file.ts';
import { ballotsOfFile } from './ballots-of-file.ts';
import { createImportedCompetition, type ImportSource } from './create-imported-competition.ts';
import { dayStart } from './day-start.ts';
import { labelEntries } from './entry-labels.ts';
import type { Problems } from '../../../core/tables/problems.ts';

export interface ImportOptions extends ImportSource {
  /** Makes the competition where there is none. */
  create: boolean;
  /** Does everything, and then nothing of it. */
  isDryRun: boolean;
  /** Takes warnings for errors. */
  isStrict: boolean;
  /** Who vouches for the file. */
  enteredBy: string;
  progress?: (written: number, all: number) => void;
}

export interface ImportReport {
  isNew: boolean;
  /** Ballots that went in now, and that were there already. */
  ballots: number;
  already: number;
  /** Choices that went in now. */
  votes: number;
  /** Everybody in the file, with those who named no entry. */
  voters: number;
  entries: number;
}

/**
 * Enters ballots cast elsewhere: on paper, or in a vote held by others. They are IMPORTED, with who entered them, and
 * go around the window of voting, but not around uniqueness or the count. All or nothing, the competition included.
 * Operator only; null where it was refused, and the problems say why.
 */
export async function importBallotFile(
  context: Context,
  file: BallotFile,
  options: ImportOptions,
  problems: Problems,
): Promise<ImportReport | null> {
  assertOperator(context);
  const voters = new Set(file.ballots.map(({ voter }) => voter)).size + file.emptyBallots;
  return await undoableUnitOfWork<ImportReport | null>(context, async (em) => {
    const found = await em.findOne(Competition, { slug: options.slug });
    if (!found && !options.create) {
      problems.error({}, `there is no competition ${options.slug}; --create makes it from the file`);
      throw new Undone(null);
    }
    const competition = found ?? (await createImportedCompetition(context, em, file, options));
    const ballots = await prepare(context, em, { competition, isNew: !found }, file, options, problems);
    if (!ballots || refuses(problems, options)) throw new Undone(null);
    const sorted = sortBallots(ballots, found ? await storedBallots(em, competition.id) : new Map(), problems);
    if (refuses(problems, options)) throw new Undone(null);
    const { already, fresh, further } = sorted;
    await writeFreshBallots(em, fresh, (done) => options.progress?.(done, ballots.size));
    const { refused } = await writeInBulk(em, further);
    for (const ballot of refused.keys()) {
      problems.error(ballots.get(ballot) ?? {}, 'the voter has used what the rule allows, or has voted so that day');
    }
    if (refuses(problems, options)) throw new Undone(null);
    const written = [...fresh, ...further];
    const votes = written.reduce((sum, { choices }) => sum + choices.length, 0);
    const counts = { ballots: written.length, already, votes, voters, entries: file.entries.length };
    if (written.length > 0) {
      const details = { source: options.source, enteredBy: options.enteredBy, ...counts };
      recordAct(context, em, 'importBallots', { type: 'Competition', id: competition.id }, details);
    }
    const report = { isNew: !found, ...counts };
    if (options.isDryRun) {
      await em.flush();
      throw new Undone(report);
    }
    return report;
  });
}

const refuses = (problems: Problems, { isStrict }: ImportOptions): boolean =>
  problems.errorCount > 0 || (isStrict && problems.warnings.length > 0);

/** The ballots as this competition takes them; null where it takes none. */
async function prepare(
  context: Context,
  em: EntityManager,
  { competition: { id, timeZone }, isNew }: { competition: Competition; isNew: boolean },
  file: BallotFile,
  { enteredBy }: ImportOptions,
  problems: Problems,
): Promise<Map<Ballot, FileBallot> | null> {
  // One import at a time; and publishing results waits for this transaction, or this one finds them published.
  await em.execute('select id from competitions where id = ? for no key update', [id]);
  const { resultsPublishedAt } = await em.findOneOrFail(Competition, { id }, { refresh: true });
  if (resultsPublishedAt) {
    problems.error({}, 'the results are published; no ballot is added to them');
    return null;
  }
  await holdStage(em, id, StageKind.VOTING);
  const rule = await em.findOneOrFail(BallotRule, { competition: id });
  const entries = await em.find(
    Entry,
    { competition: id, status: EntryStatus.ACCEPTED },
    { fields: ['id', 'key', 'number', 'category'] },
  );
  const labeled = labelEntries(
    entries.map((entry) => ({
      id: entry.id,
      key: entry.key ?? null,
      number: entry.number,
      categoryId: entry.category.id,
    })),
  );
  if (file.format === 'pb' && file.rule.method !== rule.method) {
    problems.error({}, `the file's votes are ${file.rule.method}, and those of this competition ${rule.method}`);
    return null;
  }
  const castAt = file.beginsOn === null ? context.clock.now() : dayStart(timeZone, file.beginsOn);
  const to = {
    secret: context.secret,
    competitionId: id,
    timeZone,
    rule,
    isOwnRule: isNew,
    entries: labeled,
    enteredBy,
    castAt,
  };
  return ballotsOfFile(file.ballots, to, problems);
}

/** What is there of files entered earlier: the choices of each ballot by its key, and the voters who have any. */
async function storedBallots(em: EntityManager, competitionId: string): Promise<Map<string, string>> {
  const rows = await em.execute<{ voter_id: string; key: string; choices: string }[]>(
    `select voter_id, key, string_agg(entry_id || ':' || points, ',' order by ordinal) as choices
     from votes where competition_id = ? and level = 'IMPORTED' and retracted_at is null group by bucket, voter_id, key`,
    [competitionId],
  );
  return new Map(
    rows.flatMap(({ voter_id: voterId, key, choices }) => [
      [voterId, ''],
      [`${voterId}/${key}`, choices],
    ]),
  );
}

/** Divides ballots into stored ones, those of new voters, and further ones of voters who have some. */
function sortBallots(ballots: Map<Ballot, FileBallot>, stored: Map<string, string>, problems: Problems) {
  const sorted = { already: 0, fresh: [] as Ballot[], further: [] as Ballot[] };
  for (const [ballot, { line, voter }] of ballots) {
    const there = stored.get(`${ballot.voterId}/${ballot.key}`);
    const choices = () => ballot.choices.map(({ entryId, points }) => `${entryId}:${points}`).join(',');
    if (there === undefined) (stored.has(ballot.voterId) ? sorted.further : sorted.fresh).push(ballot);
    else if (there === choices()) sorted.already += 1;
    else problems.error({ line }, `voter ${voter} has another ballot in this competition already`);
  }
  return sorted;
}
