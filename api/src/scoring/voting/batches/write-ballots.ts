import type { Ballot, BallotOutcome, StoredVote } from '../ballot/ballot.ts';
import { explainRefusals } from './explain-refusals.ts';
import { bigint, day, instant, int, rows, text, uuid, type Run } from './sql-literals.ts';

/**
 * The one writer of votes. Runs in a transaction that has taken the shared lock on the voting stage. Uniqueness comes
 * from the unique indexes, the quota from the conditional update and its check, the count from the rows that went in;
 * every statement says the bucket and takes its rows in key order, so batches neither deadlock nor meet on a hot row.
 * A ballot goes in whole or not at all; a repeated key comes back as the ballot it made the first time.
 *
 * The tallies are left to `tallyStatement`, so that they can travel with the commit. Outcomes are by voter: keys are
 * made by clients, and two of them may make the same.
 */
export async function writeBallots(
  run: Run,
  ballots: readonly Ballot[],
): Promise<{ outcomes: Map<string, BallotOutcome>; counted: Ballot[] }> {
  const outcomes = new Map<string, BallotOutcome>();
  const sorted = ballots.toSorted((a, b) => a.bucket - b.bucket || compare(a.voterId, b.voterId));
  const unproven = await spendChallenges(run, sorted);
  const admitted = sorted.filter((ballot) => !unproven.has(ballot));
  const written = await insertVotes(run, admitted);
  const whole = admitted.filter((ballot) => written.get(ballot.voterId)?.length === ballot.choices.length);
  const used = await spendQuotas(run, whole);

  const counted: Ballot[] = [];
  const overQuota: Ballot[] = [];
  for (const ballot of whole) {
    const mine = used.get(ballot.voterId) ?? new Map<string, number>();
    const short = ballot.spends.find(({ scope }) => !mine.has(scope));
    if (short) {
      overQuota.push(ballot);
      outcomes.set(ballot.voterId, { kind: 'quota', scope: short.scope, allowed: short.allowed });
    } else {
      counted.push(ballot);
      outcomes.set(ballot.voterId, { kind: 'counted', votes: storedVotes(ballot), used: mine });
    }
  }
  await giveBack(run, overQuota, used);
  const torn = admitted.filter((ballot) => written.has(ballot.voterId) && !whole.includes(ballot));
  await unwrite(run, [...overQuota, ...torn], written);

  const refused = sorted.filter((ballot) => !outcomes.has(ballot.voterId));
  for (const [voterId, outcome] of await explainRefusals(run, refused, unproven)) outcomes.set(voterId, outcome);
  return { outcomes, counted };
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const storedVotes = (ballot: Ballot): StoredVote[] =>
  ballot.choices.map(({ entryId, points }, ordinal) => ({
    competitionId: ballot.competitionId,
    voterId: ballot.voterId,
    key: ballot.key,
    ordinal,
    entryId,
    points,
    day: ballot.day,
    castAt: ballot.castAt,
    state: 'COUNTED',
    caseId: null,
  }));

/** The ballots whose proof of work was spent before. */
async function spendChallenges(run: Run, ballots: readonly Ballot[]): Promise<Set<Ballot>> {
  const proven = ballots.flatMap((ballot) => (ballot.challenge ? [{ ...ballot.challenge, ballot }] : []));
  if (proven.length === 0) return new Set();
  const fresh = await run<{ bucket: number; id: string }>(
    `insert into used_challenges (bucket, id, expires_at) values ${rows(
      proven.toSorted((a, b) => a.ballot.bucket - b.ballot.bucket || compare(a.id, b.id)),
      ({ ballot, id, expiresAt }) => `(${int(ballot.bucket)},${text(id)},${instant(expiresAt)})`,
    )} on conflict do nothing returning bucket, id`,
  );
  // Two ballots with one proof in one batch: the row went in once, and the first takes it.
  const left = new Set(fresh.map(({ bucket, id }) => `${bucket}/${id}`));
  return new Set(proven.filter(({ ballot, id }) => !left.delete(`${ballot.bucket}/${id}`)).map(({ ballot }) => ballot));
}

/** The ordinals of the choices that went in, by voter. */
async function insertVotes(run: Run, ballots: readonly Ballot[]): Promise<Map<string, number[]>> {
  const written = new Map<string, number[]>();
  if (ballots.length === 0) return written;
  const sent = new Set(ballots.map((ballot) => ballot.voterId));
  const inserted = await run<{ voter_id: string; ordinal: number }>(
    `insert into votes (bucket, voter_id, key, ordinal, entry_id, competition_id, day, cast_at, points, level, network, device, identity_age_days, entered_by) values ${rows(
      ballots,
      (b) => {
        const before = `(${int(b.bucket)},${uuid(b.voterId)},${uuid(b.key)},`;
        const middle = `${uuid(b.competitionId)},${day(b.day)},${instant(b.castAt)},`;
        const after = `${text(b.level)},${bigint(b.network)},${bigint(b.device)},${
          b.identityAgeDays === null ? 'null' : int(b.identityAgeDays)
        },${text(b.enteredBy)})`;
        return rows(
          b.choices.map((choice, ordinal) => ({ ...choice, ordinal })),
          ({ ordinal, entryId, points }) =>
            `${before}${int(ordinal)},${uuid(entryId)},${middle}${int(points)},${after}`,
        );
      },
    )} on conflict do nothing returning voter_id, ordinal`,
  );
  for (const { voter_id: voterId, ordinal } of inserted) {
    // A vote that is stored but not counted would be worse than none.
    if (!sent.has(voterId)) throw new Error('a vote came back of a voter that nobody sent');
    const mine = written.get(voterId);
    if (mine) mine.push(ordinal);
    else written.set(voterId, [ordinal]);
  }
  return written;
}

/** What the voters have now used, by voter and scope; a scope that is missing had no room. */
async function spendQuotas(run: Run, ballots: readonly Ballot[]): Promise<Map<string, Map<string, number>>> {
  const used = new Map<string, Map<string, number>>();
  // More than is allowed in all can never fit; the row's own check would take the whole batch down.
  const spends = ballots.flatMap((ballot) =>
    ballot.spends
      .filter(({ amount, allowed }) => amount <= allowed)
      .map((spend) => ({ ...spend, ballot }))
      .toSorted((a, b) => compare(a.scope, b.scope)),
  );
  if (spends.length === 0) return used;
  const spent = await run<{ voter_id: string; scope: string; used: number }>(
    `insert into voter_quotas as q (bucket, voter_id, competition_id, scope, used, allowed) values ${rows(
      spends,
      ({ ballot: b, scope, amount, allowed }) =>
        `(${int(b.bucket)},${uuid(b.voterId)},${uuid(b.competitionId)},${text(scope)},${int(amount)},${int(allowed)})`,
    )} on conflict (bucket, voter_id, competition_id, scope) do update set used = q.used + excluded.used, allowed = excluded.allowed
       where q.used + excluded.used <= excluded.allowed returning voter_id, scope, used`,
  );
  for (const row of spent) {
    const mine = used.get(row.voter_id);
    if (mine) mine.set(row.scope, row.used);
    else used.set(row.voter_id, new Map([[row.scope, row.used]]));
  }
  return used;
}

/** Gives back what a ballot took in some scopes when it found no room in another. */
async function giveBack(run: Run, ballots: readonly Ballot[], used: Map<string, Map<string, number>>): Promise<void> {
  const taken = ballots.flatMap((ballot) =>
    ballot.spends.filter(({ scope }) => used.get(ballot.voterId)?.has(scope)).map((spend) => ({ ...spend, ballot })),
  );
  for (const [amount, group] of Map.groupBy(taken, (spend) => spend.amount)) {
    await run(
      `update voter_quotas set used = used - ${int(amount)} where (bucket, voter_id, competition_id, scope) in (${rows(
        group,
        ({ ballot: b, scope }) => `(${int(b.bucket)},${uuid(b.voterId)},${uuid(b.competitionId)},${text(scope)})`,
      )})`,
    );
  }
}

/** Rows that were never visible to anybody go in the transaction that made them. */
async function unwrite(run: Run, ballots: readonly Ballot[], written: Map<string, number[]>): Promise<void> {
  const choices = ballots.flatMap((b) => (written.get(b.voterId) ?? []).map((ordinal) => ({ b, ordinal })));
  if (choices.length === 0) return;
  await run(
    `delete from votes where (bucket, voter_id, key, ordinal) in (${rows(
      choices,
      ({ b, ordinal }) => `(${int(b.bucket)},${uuid(b.voterId)},${uuid(b.key)},${int(ordinal)})`,
    )})`,
  );
}

/** Adds what was counted to the partial counts, one row per bucket and entry; null when nothing was. */
export function tallyStatement(counted: readonly Ballot[]): string | null {
  const parts = new Map<
    string,
    { bucket: number; entryId: string; competitionId: string; votes: number; points: number }
  >();
  for (const { bucket, competitionId, choices } of counted) {
    for (const { entryId, points } of choices) {
      const id = `${bucket}/${entryId}`;
      const part = parts.get(id);
      if (part) {
        part.votes += 1;
        part.points += points;
      } else parts.set(id, { bucket, entryId, competitionId, votes: 1, points });
    }
  }
  if (parts.size === 0) return null;
  return `insert into tally_parts as t (bucket, entry_id, competition_id, votes, points) values ${rows(
    [...parts.values()].toSorted((a, b) => a.bucket - b.bucket || compare(a.entryId, b.entryId)),
    (p) => `(${int(p.bucket)},${uuid(p.entryId)},${uuid(p.competitionId)},${int(p.votes)},${int(p.points)})`,
  )} on conflict (bucket, entry_id) do update set votes = t.votes + excluded.votes, points = t.points + excluded.points`;
}
