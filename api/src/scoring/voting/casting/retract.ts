import type { EntityManager } from '@mikro-orm/postgresql';
import { type BallotRuleValues } from '../../../competition/competitions/index.ts';
import { dayScope, spendsOf, votesLeft } from '../ballot/spends.ts';
import { int, rows, text, uuid } from '../batches/sql-literals.ts';
import type { VotingPage } from '../voting-book.ts';
import type { Voter } from '../voters/voter.ts';
import { VoteState } from '../vote.entity.ts';

interface Row {
  entry_id: string;
  category_id: string;
  points: number;
  state: VoteState;
}

/**
 * Takes back the standing choices of a voter on a day: one entry's, or the whole ballot. Runs inside the caller's
 * transaction, under the shared lock on the stage. The rows stay, marked; what they used is given back; what counted
 * leaves the tallies. Null when there is nothing to take back, 'void' when two people have decided about it.
 */
export async function retractChoices(
  em: EntityManager,
  page: Pick<VotingPage, 'competitionId' | 'rule'>,
  voter: Voter,
  { day, entryId, now }: { day: string; entryId: string | null; now: Date },
): Promise<number | 'void' | null> {
  const mine = `bucket = ${int(voter.bucket)} and voter_id = ${uuid(voter.id)}`;
  const which = entryId ? ` and entry_id = ${uuid(entryId)}` : '';
  const standing = await em.execute<Row[]>(
    `select v.entry_id, e.category_id, v.points, v.state from (
       select entry_id, points, state from votes where ${mine} and day = ? and competition_id = ?${which} and retracted_at is null
       order by bucket, voter_id, key, ordinal for update) v join entries e on e.id = v.entry_id order by v.entry_id`,
    [day, page.competitionId],
  );
  if (standing.length === 0) return null;
  if (standing.some(({ state }) => state === VoteState.VOIDED)) return 'void';
  const retracted = await em.execute<{ entry_id: string }[]>(
    `update votes set retracted_at = greatest(cast_at, ?::timestamptz) where ${mine} and day = ? and competition_id = ?${which}
     and retracted_at is null returning entry_id`,
    [now, day, page.competitionId],
  );
  const used = await giveBack(em, page.rule, voter, page.competitionId, day, standing);
  const counted = standing.filter(({ state }) => state === VoteState.COUNTED);
  const tallies = await takeFromTallies(em, voter.bucket, counted);
  // Each choice, its quota and its tally: anything else means they have come apart, and nothing may be changed.
  if (retracted.length !== standing.length || tallies !== counted.length) {
    throw new Error(`the books of competition ${page.competitionId} do not balance`);
  }
  return votesLeft(page.rule, day, used);
}

async function giveBack(
  em: EntityManager,
  rule: BallotRuleValues,
  voter: Voter,
  competitionId: string,
  day: string,
  standing: readonly Row[],
): Promise<Map<string, number>> {
  const spends = spendsOf(
    rule,
    day,
    standing.map((row) => ({ entryId: row.entry_id, categoryId: row.category_id })),
  );
  const used = new Map<string, number>();
  for (const [amount, group] of Map.groupBy(spends, (spend) => spend.amount)) {
    const given = await em.execute<{ scope: string; used: number }[]>(
      `update voter_quotas set used = used - ${int(amount)} where (bucket, voter_id, competition_id, scope) in (${rows(
        group,
        ({ scope }) => `(${int(voter.bucket)},${uuid(voter.id)},${uuid(competitionId)},${text(scope)})`,
      )}) returning scope, used`,
    );
    if (given.length !== group.length) throw new Error(`the quotas of competition ${competitionId} do not balance`);
    for (const row of given) used.set(row.scope, row.used);
  }
  if (!used.has(dayScope(day))) throw new Error('a vote was taken back that used no quota');
  return used;
}

/** How many entries' tallies were lowered. */
async function takeFromTallies(em: EntityManager, bucket: number, counted: readonly Row[]): Promise<number> {
  let lowered = 0;
  // Choices worth the same leave together: one statement on approval ballots, a few on others.
  for (const [points, group] of Map.groupBy(counted, (row) => row.points)) {
    const parts = await em.execute<{ entry_id: string }[]>(
      `update tally_parts set votes = votes - 1, points = points - ${int(points)} where (bucket, entry_id) in (${rows(
        group,
        (row) => `(${int(bucket)},${uuid(row.entry_id)})`,
      )}) returning entry_id`,
    );
    lowered += parts.length;
  }
  return lowered;
}
