import type { EntityManager } from '@mikro-orm/postgresql';
import { dayIn } from '../../../core/time/local-day.ts';
import { instantOf } from '@laurel/schema/wall-clock';
import { type Competition } from '../../competitions/index.ts';
import type { Entry } from '../../entries/index.ts';

const day = 86_400_000;

/** The last instant of the day that many days later in the zone: "a week" includes all of its last day. */
export function correctionEnd(now: Date, days: number, timeZone: string): Date {
  const today = Date.parse(`${dayIn(timeZone, now)}T00:00:00Z`);
  const next = new Date(today + (days + 1) * day).toISOString().slice(0, 10);
  return new Date(instantOf(`${next}T00:00`, timeZone).instant.getTime() - 1);
}

/**
 * Until when returned entries can be corrected, by organization: never earlier than the deadline of the organization as it
 * stands now. Empty where the ruling gives no time.
 */
export async function correctionTimes(
  em: EntityManager,
  competition: Competition,
  entries: readonly Entry[],
  { correctionUntil }: { correctionUntil: Date | null },
): Promise<Map<string, Date>> {
  if (!correctionUntil) return new Map();
  const rows = await em.execute<{ id: string; deadline: Date | string | null }[]>(
    'select o.id, submission_deadline(?, o.id) as deadline from (select distinct id from unnest(?::uuid[]) as e(id)) o',
    [competition.id, `{${entries.map(({ organization }) => organization.id).join(',')}}`],
  );
  return new Map(
    rows.flatMap(({ id, deadline }) => (deadline ? [[id, latest(correctionUntil, new Date(deadline))]] : [])),
  );
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
