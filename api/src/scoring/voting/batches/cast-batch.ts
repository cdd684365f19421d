import type pg from 'pg';
import type { Clock } from '../../../core/clock.ts';
import type { Ballot, BallotOutcome, Spend, StoredVote } from '../ballot/ballot.ts';
import type { BallotRequest, CastOutcome } from '../ballot/ballot-request.ts';
import { ballotOf } from '../ballot/ballot-of.ts';
import { explainRefusals } from './explain-refusals.ts';
import { dayScope } from '../ballot/spends.ts';

interface Answer {
  cast_at: Date;
  /** By ballot: what became of it; see `Kind`. */
  kinds: number[];
  days: string[];
  /** By spend: how much its scope has used now; null where there was no room. */
  used: (number | null)[] | null;
}

enum Kind {
  COUNTED = 0,
  CLOSED = 1,
  STALE = 2,
  CHALLENGE_USED = 3,
  REFUSED = 4,
  QUOTA = 5,
}

/** Writes a batch of ballots, at most one of a voter, and says what became of each. */
export type CastBatch = (client: pg.Client, requests: readonly BallotRequest[], clock: Clock) => Promise<CastOutcome[]>;

/** The function puts the day of its own clock in the place of this scope. */
const today = 'day';
/** As spendsOf writes the scope of a day that is not known yet. */
const todayScope = dayScope('');

/**
 * The batch as one call of `cast_ballots` (migration 0003): one message, one snapshot after the locks, one commit. It
 * does what write-ballots.ts does in four messages. Measured in batches of 32, 64 and 128 beside each other on two
 * cores, in microseconds a vote: PostgreSQL 90, 87 and 70 against 154, 131 and 108; Node 24, 14 and 9 against 60, 46 and
 * 28. That is more than the fifth for which the portable form would have been kept for everybody; where the
 * database is distributed, which plans the statements of a function anew for every shard, the other form is used.
 */
export const castBatch: CastBatch = async (client, requests, clock) => {
  const order = requests.toSorted((a, b) => a.bucket - b.bucket || (a.voterId < b.voterId ? -1 : 1));
  const ballots = order.map((request) => ballotOf(request, ''));
  const { rows } = await client.query<Answer>({
    name: 'cast-ballots',
    text: `select cast_at, kinds, days, used from cast_ballots(${parameters})`,
    values: valuesOf(order, ballots, clock.at ? null : clock.now()),
  });
  const [answer] = rows;
  if (answer?.kinds.length !== order.length) throw new Error('a batch came back without its ballots');
  const outcomes = new Map<BallotRequest, CastOutcome>();
  const refused: Ballot[] = [];
  const unproven = new Set<Ballot>();
  let spent = 0;
  order.forEach((request, i) => {
    const ballot = ballots[i] as Ballot;
    const day = answer.days[i] ?? '';
    const used = ballot.spends.map((_, n) => answer.used?.[spent + n] ?? null);
    spent += ballot.spends.length;
    const outcome = outcomeOf(answer.kinds[i] as Kind, ballot, { castAt: answer.cast_at, day, used });
    if (outcome) outcomes.set(request, outcome);
    else {
      const dated = { ...ballot, day };
      refused.push(dated);
      if (answer.kinds[i] === Kind.CHALLENGE_USED) unproven.add(dated);
    }
  });
  const explained = await explainRefusals(
    async <Row>(statement: string) => (await client.query(statement)).rows as Row[],
    refused,
    unproven,
  );
  return requests.map((request) => {
    const outcome = outcomes.get(request) ?? explained.get(request.voterId);
    if (!outcome) throw new Error('a ballot came back without an outcome');
    return outcome;
  });
};

function outcomeOf(
  kind: Kind,
  ballot: Ballot,
  { castAt, day, used }: { castAt: Date; day: string; used: (number | null)[] },
): CastOutcome | null {
  const scopeOf = ({ scope }: Spend) => (scope === todayScope ? dayScope(day) : scope);
  switch (kind) {
    case Kind.CLOSED:
      return { kind: 'closed' };
    case Kind.STALE:
      return { kind: 'stale' };
    case Kind.COUNTED:
      return {
        kind: 'counted',
        votes: ballot.choices.map((choice, ordinal) => storedVote(ballot, choice, ordinal, castAt, day)),
        used: new Map(ballot.spends.map((spend, n) => [scopeOf(spend), used[n] ?? 0])),
      } satisfies BallotOutcome;
    case Kind.QUOTA: {
      const short = ballot.spends.find((_, n) => used[n] === null);
      return short ? { kind: 'quota', scope: scopeOf(short), allowed: short.allowed } : null;
    }
    default:
      return null;
  }
}

const storedVote = (
  { competitionId, voterId, key }: Ballot,
  { entryId, points }: Ballot['choices'][number],
  ordinal: number,
  castAt: Date,
  day: string,
): StoredVote => ({
  competitionId,
  voterId,
  key,
  ordinal,
  entryId,
  points,
  day,
  castAt,
  state: 'COUNTED',
  caseId: null,
});

/** Types in the order of the function's parameters. */
const types = [
  'timestamptz',
  // Ballots.
  'smallint[] uuid[] uuid[] int[] text[] int[] int[] text[] timestamptz[]',
  // Choices.
  'int[] smallint[] uuid[] uuid[] smallint[] uuid[] uuid[] int[] text[] bigint[] bigint[] smallint[] text[]',
  // What they use of the rule.
  'int[] smallint[] uuid[] uuid[] text[] smallint[] smallint[]',
].flatMap((line) => line.split(' '));
const parameters = types.map((type, i) => `$${i + 1}::${type}`).join(', ');

/** An array literal of values that need no quotes (numbers, ids); null is nothing. */
const plain = (values: readonly (string | number | bigint | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

/** An array literal of any text. */
const quoted = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : `"${value.replaceAll(/["\\]/g, '\\$&')}"`)).join(',')}}`;

function valuesOf(requests: readonly BallotRequest[], ballots: readonly Ballot[], now: Date | null): unknown[] {
  const choices = ballots.flatMap((ballot, i) =>
    ballot.choices.map((choice, ordinal) => ({ ballot, choice, ordinal, i: i + 1 })),
  );
  const spends = ballots.flatMap((ballot, i) => ballot.spends.map((spend) => ({ ballot, spend, i: i + 1 })));
  return [
    now,
    plain(ballots.map((b) => b.bucket)),
    plain(ballots.map((b) => b.voterId)),
    plain(ballots.map((b) => b.competitionId)),
    plain(requests.map(({ page }) => page.stage?.revision ?? -1)),
    quoted(requests.map(({ page }) => page.timeZone)),
    plain(ballots.map((b) => b.choices.length)),
    plain(ballots.map((b) => b.spends.length)),
    quoted(ballots.map((b) => b.challenge?.id ?? null)),
    quoted(ballots.map((b) => b.challenge?.expiresAt.toISOString() ?? null)),
    plain(choices.map(({ i }) => i)),
    plain(choices.map(({ ballot }) => ballot.bucket)),
    plain(choices.map(({ ballot }) => ballot.voterId)),
    plain(choices.map(({ ballot }) => ballot.key)),
    plain(choices.map(({ ordinal }) => ordinal)),
    plain(choices.map(({ choice }) => choice.entryId)),
    plain(choices.map(({ ballot }) => ballot.competitionId)),
    plain(choices.map(({ choice }) => choice.points)),
    quoted(choices.map(({ ballot }) => ballot.level)),
    plain(choices.map(({ ballot }) => ballot.network)),
    plain(choices.map(({ ballot }) => ballot.device)),
    plain(choices.map(({ ballot }) => ballot.identityAgeDays)),
    quoted(choices.map(({ ballot }) => ballot.enteredBy)),
    plain(spends.map(({ i }) => i)),
    plain(spends.map(({ ballot }) => ballot.bucket)),
    plain(spends.map(({ ballot }) => ballot.voterId)),
    plain(spends.map(({ ballot }) => ballot.competitionId)),
    quoted(spends.map(({ spend }) => (spend.scope === todayScope ? today : spend.scope))),
    plain(spends.map(({ spend }) => spend.amount)),
    plain(spends.map(({ spend }) => spend.allowed)),
  ];
}
