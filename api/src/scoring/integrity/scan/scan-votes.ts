import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { instantInWords, message } from '../../../core/messages.ts';
import { assertOrganizer, ballotRuleOf, Competition } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import {
  ResultsPublishedError,
  ScanRunningError,
  ScanVotesSuccess,
  VoteFinding,
  type ScanVotesInput,
} from '../case.types.ts';
import { detecting, type EntryOrigin, type Finding } from '../detectors/index.ts';
import { forgetFigures } from '../figures-cache.ts';
import { holdFinding } from '../cases/hold-finding.ts';
import { timeSliced } from './time-sliced.ts';
import { signalInWords } from '../cases/in-words.ts';
import { readVotes } from './read-votes.ts';

type Outcome = ScanVotesSuccess | ScanRunningError | ResultsPublishedError;

/** The first word of the advisory lock: scans of votes, and nothing else. */
const lockOfScans = 7_301;
const mostFindings = 100;

/** Runs the detectors now, and holds what they hold. Organizers only. */
export async function scanVotes(context: Context, { competitionId }: ScanVotesInput): Promise<Outcome> {
  if (!isId(competitionId)) throw notFound(context);
  await assertOrganizer(context, competitionId);
  const { locale } = context;
  const competition = await context.em.findOne(Competition, { id: competitionId });
  if (!competition) throw notFound(context);
  const publishedAt = competition.resultsPublishedAt;
  if (publishedAt) {
    const words = instantInWords(locale, publishedAt, competition.timeZone);
    return make(ResultsPublishedError, {
      message: message(locale, 'results.alreadyPublished', { publishedAt: words }),
      publishedAt,
    });
  }
  const scan = await scanCompetition(context, competition);
  if (!scan) return make(ScanRunningError, { message: message(locale, 'integrity.scanRunning') });
  const shown = scan.findings.toSorted((a, b) => gravity(b) - gravity(a)).slice(0, mostFindings);
  const entries = await context.em.find(Entry, { id: { $in: shown.map(({ entryId }) => entryId) } });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return make(ScanVotesSuccess, {
    competition,
    scanned: scan.scanned,
    held: scan.held,
    findings: shown.flatMap((finding) => {
      const entry = byId.get(finding.entryId);
      return entry ? [view(context, entry, finding)] : [];
    }),
  });
}

const gravity = ({ severity, rows }: Finding) => (severity === 'HOLD' ? 1e9 : 0) + rows.length;

const view = ({ locale }: Context, entry: Entry, finding: Finding): VoteFinding =>
  make(VoteFinding, {
    entry,
    detector: finding.detector,
    summary: signalInWords(locale, finding),
    votes: finding.rows.length,
    isHeld: finding.severity === 'HOLD',
  });

interface Scan {
  scanned: number;
  held: number;
  findings: Finding[];
}

/**
 * One scan of one competition; null where another one is running, in this process or elsewhere. The lock and the
 * reading share a transaction that writes nothing; each case is held in a transaction of its own.
 */
export async function scanCompetition(context: Context, { id, timeZone }: Competition): Promise<Scan | null> {
  const scan = await unitOfWork(context, async (em, inside): Promise<Scan | null> => {
    const [lock] = await em.execute<{ taken: boolean }[]>('select pg_try_advisory_xact_lock(?, ?) as taken', [
      lockOfScans,
      Number.parseInt(id.slice(-8), 16) | 0,
    ]);
    if (!lock?.taken) return null;
    const { table, keyOf } = await readVotes(em, id);
    const rule = await ballotRuleOf(inside, id);
    const origins = await originsOf(inside, id);
    const findings = await timeSliced(
      detecting({
        table,
        timeZone,
        declared: {
          nightVotes: rule?.nightVotes ?? null,
          burstVotes: rule?.burstVotes ?? null,
          networkVotes: rule?.networkVotes ?? null,
        },
        originOf: (entryId) => origins.get(entryId) ?? { organization: entryId, region: entryId },
      }),
    );
    let held = 0;
    for (const finding of findings) {
      if (finding.severity === 'NOTE') continue;
      const keys = finding.rows.map(keyOf).filter((key) => key !== null);
      // Outside the transaction of the reading: what is held is held, even if a later case fails.
      if (keys.length > 0) held += await holdFinding(context, id, finding, keys);
    }
    return { scanned: table.size, held, findings };
  });
  if (scan && scan.held > 0) forgetFigures(id);
  return scan;
}

async function originsOf({ em }: Context, competitionId: string): Promise<Map<string, EntryOrigin>> {
  const rows = await em.execute<(EntryOrigin & { id: string })[]>(
    'select id, organization_id as organization, region_id as region from entries where competition_id = ?',
    [competitionId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
