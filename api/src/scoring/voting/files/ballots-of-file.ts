import { createHash } from 'node:crypto';
import { dayIn } from '../../../core/time/local-day.ts';
import { type BallotRuleValues, BallotMethod, BallotStyle } from '../../../competition/competitions/index.ts';
import type { Ballot, Choice } from '../ballot/ballot.ts';
import { spendsOf } from '../ballot/spends.ts';
import { pseudonymOf } from '../voters/voter.ts';
import type { FileBallot } from './ballot-file.ts';
import { dayStart } from './day-start.ts';
import type { Problems } from '../../../core/tables/problems.ts';

interface Destination {
  secret: string;
  competitionId: string;
  timeZone: string;
  rule: BallotRuleValues;
  /** The rule is the file's own, and reading the file has already reported what exceeds it. */
  isOwnRule: boolean;
  /** By what files call them. */
  entries: ReadonlyMap<string, { id: string; categoryId: string }>;
  enteredBy: string;
  /** When ballots were cast that do not say. */
  castAt: Date;
}

/**
 * Ballots of a file as the votes of a competition. Its keys are made from what the file calls the voter, so that the
 * same file read again makes the same ballots. A ballot that gives more than the rule allows was counted where it
 * comes from: it goes in, with a warning. Each comes with the ballot of the file it was made from.
 */
export function ballotsOfFile(
  file: readonly FileBallot[],
  to: Destination,
  problems: Problems,
): Map<Ballot, FileBallot> {
  const ballots = new Map<Ballot, FileBallot>();
  for (const ballot of file) {
    const choices = choicesOf(ballot, to, problems);
    // A tap is a ballot of its own.
    const parts = to.rule.style === BallotStyle.TAP ? choices.map((choice) => [choice]) : [choices];
    for (const part of parts) if (part.length > 0) ballots.set(ballotOf(ballot, part, to), ballot);
  }
  widen([...ballots.keys()], problems);
  return ballots;
}

type Named = Choice & { label: string; categoryId: string };

function choicesOf(
  { line, choices }: FileBallot,
  { rule, isOwnRule, entries }: Destination,
  problems: Problems,
): Named[] {
  const named = choices.flatMap(({ entry: label, points: given }, ordinal) => {
    const entry = entries.get(label);
    const points = pointsOf(rule, given, ordinal);
    if (!entry) problems.error({ line }, `${label} is no entry of this competition`);
    if (points === null) {
      const wanted = rule.method === BallotMethod.POINTS ? 'and the rule is to give points' : 'and the rule gives none';
      problems.error({ line }, `gives ${label} ${given === null ? 'no points' : `${given} points`}, ${wanted}`);
    }
    return entry && points !== null ? [{ entryId: entry.id, categoryId: entry.categoryId, points, label }] : [];
  });
  if (isOwnRule) return named;
  const warn = (kind: string, limit: number, found: number) =>
    found > limit && problems.warn({ line }, kind, `${kind} ${found}, and the rule says ${limit}; kept as it was cast`);
  if (rule.style === BallotStyle.BALLOT) warn('choices on a ballot:', rule.maxChoices, choices.length);
  if (rule.method === BallotMethod.POINTS) {
    warn('points for one choice:', rule.maxPoints, Math.max(0, ...named.map(({ points }) => points)));
    warn(
      'points on a ballot:',
      rule.maxSum,
      named.reduce((sum, { points }) => sum + points, 0),
    );
  }
  return named;
}

/** Null where ballot and rule do not go together. */
function pointsOf({ method, maxChoices }: BallotRuleValues, given: number | null, ordinal: number): number | null {
  switch (method) {
    case BallotMethod.APPROVAL:
      return given === null || given === 1 ? 1 : null;
    case BallotMethod.POINTS:
      return given;
    case BallotMethod.RANKED:
      // Borda; places beyond the last that the rule knows earn nothing.
      return given ?? Math.max(0, maxChoices - ordinal);
  }
}

function ballotOf(from: FileBallot, choices: Named[], to: Destination): Ballot {
  const { competitionId, timeZone } = to;
  const { castAt: written } = from;
  const castAt = written === null ? to.castAt : written.length > 10 ? new Date(written) : dayStart(timeZone, written);
  const day = dayIn(timeZone, castAt);
  const voter = pseudonymOf(to.secret, competitionId, `imported:${from.voter}`);
  // The day as the file writes it, not as it is here: a day that is taken for granted may be another one next time.
  const parts = [competitionId, from.voter, written?.slice(0, 10) ?? null];
  const tap = to.rule.style === BallotStyle.TAP ? choices.map(({ label }) => label) : [];
  return {
    competitionId,
    voterId: voter.id,
    bucket: voter.bucket,
    key: uuidOf(JSON.stringify([...parts, ...tap])),
    day,
    castAt,
    choices: choices.map(({ entryId, points }) => ({ entryId, points })),
    spends: spendsOf(to.rule, day, choices),
    challenge: null,
    level: 'IMPORTED',
    network: null,
    device: null,
    identityAgeDays: null,
    enteredBy: to.enteredBy,
  };
}

/** Shaped like a UUID of version 8 (custom). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(`imported-ballot/${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A voter who cast more than the rule allows was allowed to there: the quota becomes what was used. */
function widen(ballots: readonly Ballot[], problems: Problems): void {
  const totals = new Map<string, number>();
  const each = (visit: (id: string, spend: Ballot['spends'][number]) => void) => {
    for (const { voterId, spends } of ballots) for (const spend of spends) visit(`${voterId}/${spend.scope}`, spend);
  };
  each((id, { amount }) => totals.set(id, (totals.get(id) ?? 0) + amount));
  const beyond = new Set<string>();
  each((id, spend) => {
    const total = totals.get(id) ?? 0;
    if (total <= spend.allowed) return;
    if (!beyond.has(id)) {
      const [kind = ''] = spend.scope.split(':');
      problems.warn(
        {},
        `quota ${kind}`,
        `a voter has ${total} votes per ${kind}, and the rule allows ${spend.allowed}; kept as they were cast`,
      );
    }
    beyond.add(id);
    spend.allowed = total;
  });
}
