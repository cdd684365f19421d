import type { Context } from '../../../core/context.ts';
import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { ballotRuleOf, CountVisibility, StageKind, stagesOf } from '../../../competition/competitions/index.ts';
import type { Entry } from '../../../competition/entries/index.ts';
import { votesOf } from './tallies.ts';

/** Delayed counts by competition, each good for as long as its minute lasts. */
const delayed = new Map<string, { minute: number; counts: Promise<Map<string, number>> }>();

/**
 * The count of an entry's votes as the rule lets voters see it. While voting is open: nothing (HIDDEN), the count of
 * some minutes ago rounded down (DELAYED: so that the counter does not show what a single vote did), or the
 * count as it stands (LIVE). Once voting has closed: the count.
 */
export async function shownCount(context: Context, entry: Entry): Promise<number | null> {
  const competitionId = entry.competition.id;
  const stage = (await stagesOf(context, competitionId)).find(({ kind }) => kind === StageKind.VOTING);
  const status = stage && statusAt(stage, context.clock.now());
  if (status === StageStatus.CLOSED) return await votesOf(context, entry.id);
  const rule = await ballotRuleOf(context, competitionId);
  if (status !== StageStatus.OPEN || !rule || rule.counts === CountVisibility.HIDDEN) return null;
  if (rule.counts === CountVisibility.LIVE) return await votesOf(context, entry.id);
  const counts = await countsOfEarlier(context, competitionId, rule.countDelayMinutes);
  const count = counts.get(entry.id) ?? 0;
  return count - (count % rule.countRounding);
}

/** Counts of the votes cast before the full minute that lies `delay` minutes back; read once a minute. */
async function countsOfEarlier(context: Context, competitionId: string, delay: number): Promise<Map<string, number>> {
  const minute = Math.floor(context.clock.now().getTime() / 60_000) - delay;
  const known = delayed.get(competitionId);
  if (known?.minute === minute) return await known.counts;
  const counts = context.em
    .fork()
    .execute<{ entry_id: string; votes: number }[]>(
      `select entry_id, count(*)::int as votes from votes
       where competition_id = ? and state = 'COUNTED' and retracted_at is null and cast_at < ? group by entry_id`,
      [competitionId, new Date(minute * 60_000)],
    )
    .then((rows) => new Map(rows.map((row) => [row.entry_id, row.votes])));
  delayed.set(competitionId, { minute, counts });
  counts.catch(() => delayed.delete(competitionId));
  return await counts;
}
