import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../context.ts';
import { unitOfWork } from '../../../database/unit-of-work.ts';
import { assertOperator } from '../../../graphql/operator.ts';
import { recordAct } from '../../audit/index.ts';
import { BallotRule, Competition, holdStage, StageKind } from '../../competitions/index.ts';
import { Entry, EntryStatus } from '../../entries/index.ts';
import type { Ballot } from '../ballot.ts';
import { writeInBulk, type BulkResult } from '../import-ballots-in-bulk.ts';
import type { BallotFile, FileBallot } from './ballot-file.ts';
import { ballotsOfFile } from './ballots-of-file.ts';
import { createImportedCompetition, type ImportSource } from './create-imported-competition.ts';
import { dayStart } from './day-start.ts';
import { labelEntries } from './entry-labels.ts';
import type { Problems } from './problems.ts';

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

/** Undoes the transaction; what it found is kept. */
class Undone extends Error {
  constructor(readonly report: ImportReport | null) {
    super('not to be kept');
  }
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
  try {
    return await unitOfWork(context, async (em) => {
      const found = await em.findOne(Competition, { slug: options.slug });
      if (!found && !options.create) {
        problems.error({}, `there is no competition ${options.slug}; --create makes it from the file`);
        throw new Undone(null);
      }
      const competition = found ?? (await createImportedCompetition(context, em, file, options));
      const ballots = await prepare(context, em, competition, file, options, problems);
      if (!ballots || refuses(problems, options)) throw new Undone(null);
      const result = await writeInBulk(em, [...ballots.keys()], (done) => options.progress?.(done, ballots.size));
      const already = explain(result, ballots, problems);
      if (refuses(problems, options)) throw new Undone(null);
      const votes = [...result.written].reduce((sum, { choices }) => sum + choices.length, 0);
      const counts = { ballots: result.written.size, already, votes, voters, entries: file.entries.length };
      if (result.written.size > 0) {
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
  } catch (error) {
    if (error instanceof Undone) return error.report;
    throw error;
  }
}

const refuses = (problems: Problems, { isStrict }: ImportOptions): boolean =>
  problems.errorCount > 0 || (isStrict && problems.warnings.length > 0);

/** The ballots as this competition takes them; null where it takes none. */
async function prepare(
  context: Context,
  em: EntityManager,
  { id, timeZone }: Competition,
  file: BallotFile,
  { enteredBy }: ImportOptions,
  problems: Problems,
): Promise<Map<Ballot, FileBallot> | null> {
  // Publishing results waits for this transaction, or this one finds them published.
  await em.execute('select id from competitions where id = ? for share', [id]);
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
  const to = { secret: context.secret, competitionId: id, timeZone, rule, entries: labeled, enteredBy, castAt };
  return ballotsOfFile(file.ballots, to, problems);
}

/** How many were there already, as they are in the file; of the others the problems tell. */
function explain({ refused }: BulkResult, origins: Map<Ballot, FileBallot>, problems: Problems): number {
  let already = 0;
  for (const [ballot, outcome] of refused) {
    const { line, voter } = origins.get(ballot) ?? {};
    if (outcome?.kind === 'counted' && ballot.choices.every(({ points }, i) => outcome.votes[i]?.points === points)) {
      already += 1;
    } else if (outcome?.kind === 'quota') {
      problems.error({ line }, `voter ${voter} has used what the rule allows, ${outcome.allowed} per ${outcome.scope}`);
    } else problems.error({ line }, `voter ${voter} has another ballot in this competition already`);
  }
  return already;
}
