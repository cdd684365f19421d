import type { Context } from '../../core/context.ts';
import { rowsBy } from '../../core/load-rows.ts';
import type { Entry } from '../../competition/entries/index.ts';
import { Anchor } from './assignment/anchor.entity.ts';
import { Conflict } from './conflicts/conflict.entity.ts';
import { Judge, Panel } from './judging.entity.ts';
import { Reopening } from './reopening.entity.ts';

const most = 500;

export const panelsOf = rowsBy(Panel, 'competition', { orderBy: { id: 'asc' } });

export const judgesOf = rowsBy(Judge, 'panel', { orderBy: { code: 'asc', id: 'asc' } });

const anchorRowsOf = rowsBy(Anchor, 'stage', { populate: ['entry'], orderBy: { entry: { number: 'asc' } } });

/** The sample entries of a stage, by number. */
export const anchorsOf = async (context: Context, stageId: string): Promise<Entry[]> =>
  (await anchorRowsOf(context, stageId)).map(({ entry }) => entry.getEntity());

/** One judge of a competition, whose sheets an organizer looks at. */
export const judgeOf = async ({ em }: Context, competitionId: string, id: string): Promise<Judge | null> =>
  await em.findOne(Judge, { id, panel: { competition: competitionId } });

/** The conflicts of one competition; organizers look at one at a time. */
export const conflictsOf = async ({ em }: Context, competitionId: string): Promise<Conflict[]> =>
  await em.find(
    Conflict,
    { judge: { panel: { competition: competitionId } } },
    { orderBy: { recordedAt: 'desc', id: 'asc' }, limit: most },
  );

export const reopeningsOf = async ({ em }: Context, competitionId: string): Promise<Reopening[]> =>
  await em.find(
    Reopening,
    { assignment: { stage: { competition: competitionId } } },
    { orderBy: { requestedAt: 'desc', id: 'asc' }, limit: most },
  );
