import { load, type Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { ballotRuleOf, isOrganizer, StageKind, stagesOf } from '../../../competition/competitions/index.ts';
import type { Entry } from '../../../competition/entries/index.ts';
import { exposureScore } from './exposure-score.ts';
import { votesOf } from './tallies.ts';
import { EntryExposure } from '../vote.types.ts';

/** How often an entry was shown and how readily it was chosen: for organizers, and for all once voting has closed. */
export async function entryExposure(context: Context, entry: Entry): Promise<EntryExposure | null> {
  const competitionId = entry.competition.id;
  const stage = (await stagesOf(context, competitionId)).find(({ kind }) => kind === StageKind.VOTING);
  const isOver = stage !== undefined && statusAt(stage, context.clock.now()) === StageStatus.CLOSED;
  if (!isOver && !(await isOrganizer(context, competitionId))) return null;
  const shown = await load(
    context,
    'entry.shown',
    entry.id,
    async (ids) => {
      const rows = await context.em.execute<{ entry_id: string; shown: number }[]>(
        'select entry_id, sum(shown)::int as shown from exposure_parts where entry_id = any(?::uuid[]) group by entry_id',
        [`{${ids.join(',')}}`],
      );
      return new Map(rows.map((row) => [row.entry_id, row.shown]));
    },
    0,
  );
  const rule = await ballotRuleOf(context, competitionId);
  const votes = await votesOf(context, entry.id);
  return make(EntryExposure, { shown, score: exposureScore(votes, shown, rule?.exposureFloor ?? 1) });
}
