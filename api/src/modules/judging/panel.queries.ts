import { load, type Context } from '../../context.ts';
import { Conflict } from './conflict.entity.ts';
import { Judge, Panel } from './judging.entity.ts';
import { Reopening } from './reopening.entity.ts';

const most = 500;

export async function panelsOf(context: Context, competitionId: string): Promise<Panel[]> {
  return await load<Panel[]>(
    context,
    'competition.panels',
    competitionId,
    async (ids) => {
      const panels = await context.em.find(Panel, { competition: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
      return Map.groupBy(panels, (panel) => panel.competition.id);
    },
    [],
  );
}

export async function judgesOf(context: Context, panelId: string): Promise<Judge[]> {
  return await load<Judge[]>(
    context,
    'panel.judges',
    panelId,
    async (ids) => {
      const judges = await context.em.find(
        Judge,
        { panel: { $in: [...ids] } },
        { orderBy: { code: 'asc', id: 'asc' } },
      );
      return Map.groupBy(judges, (judge) => judge.panel.id);
    },
    [],
  );
}

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
