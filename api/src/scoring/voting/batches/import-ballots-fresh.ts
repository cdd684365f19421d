import type { EntityManager } from '@mikro-orm/postgresql';
import type { Ballot } from '../ballot/ballot.ts';
import { int, text, uuid } from './sql-literals.ts';
import { compare, tallyStatement } from './write-ballots.ts';

/**
 * Writes ballots of voters who have none yet, in the caller's transaction: nothing can stand against them, so nothing
 * is asked and no row comes back, for half the cost. Where somebody is not as new as thought, the unique indexes undo
 * the transaction. All are of one competition and one level, and entered by one person; a voter's come in one call.
 */
export async function writeFreshBallots(
  em: EntityManager,
  ballots: readonly Ballot[],
  progress: (written: number) => void = () => undefined,
): Promise<void> {
  const [first] = ballots;
  if (!first) return;
  const constants = `${text(first.level)}, ${text(first.enteredBy)}`;
  let done = 0;
  // Arrays cost PostgreSQL half of what rows of literals do; where it is distributed, only within one bucket.
  for (const [bucket, unsorted] of [...Map.groupBy(ballots, (ballot) => ballot.bucket)].toSorted(([a], [b]) => a - b)) {
    const group = unsorted.toSorted((a, b) => compare(a.voterId, b.voterId));
    const head = `${int(bucket)}, ${uuid(first.competitionId)}`;
    await em.execute(votesStatement(head, constants, group));
    await em.execute(quotasStatement(head, group));
    const tallies = tallyStatement(group);
    if (tallies) await em.execute(tallies);
    progress((done += group.length));
  }
}

function votesStatement(head: string, constants: string, ballots: readonly Ballot[]): string {
  const votes = ballots.flatMap((ballot) => ballot.choices.map((choice, ordinal) => ({ ballot, choice, ordinal })));
  return `insert into votes (bucket, competition_id, level, entered_by, voter_id, key, ordinal, entry_id, points, day, cast_at)
    select ${head}, ${constants}, u.* from unnest(
      ${array('uuid', votes, ({ ballot }) => ballot.voterId)}, ${array('uuid', votes, ({ ballot }) => ballot.key)},
      ${array('smallint', votes, ({ ordinal }) => String(ordinal))}, ${array('uuid', votes, ({ choice }) => choice.entryId)},
      ${array('int', votes, ({ choice }) => String(choice.points))}, ${array('date', votes, ({ ballot }) => ballot.day)},
      ${array('timestamptz', votes, ({ ballot }) => ballot.castAt.toISOString())}) u`;
}

function quotasStatement(head: string, ballots: readonly Ballot[]): string {
  const quotas = new Map<string, { voterId: string; scope: string; used: number; allowed: number }>();
  for (const { voterId, spends } of ballots) {
    for (const { scope, amount, allowed } of spends) {
      const quota = quotas.get(voterId + scope);
      if (quota) quota.used += amount;
      else quotas.set(voterId + scope, { voterId, scope, used: amount, allowed });
    }
  }
  const rows = [...quotas.values()];
  return `insert into voter_quotas (bucket, competition_id, voter_id, scope, used, allowed)
    select ${head}, u.* from unnest(
      ${array('uuid', rows, ({ voterId }) => voterId)}, ${array('text', rows, ({ scope }) => scope)},
      ${array('smallint', rows, ({ used }) => String(used))}, ${array('smallint', rows, ({ allowed }) => String(allowed))}) u`;
}

/** Ids, numbers, days and scopes: nothing that could end a literal or an element of it. */
function array<Row>(type: string, rows: readonly Row[], value: (row: Row) => string): string {
  const values = rows.map(value);
  if (!values.every((element) => /^[\w:.-]+$/.test(element)))
    throw new Error(`a ${type} that cannot stand in an array`);
  return `'{${values.join(',')}}'::${type}[]`;
}
