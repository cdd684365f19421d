import { load, type Context } from '../../core/context.ts';
import type { Entry } from '../../competition/entries/index.ts';
import { Anchor } from './assignment/anchor.entity.ts';
import { Conflict } from './conflicts/conflict.entity.ts';
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

/** The sample entries of a stage, by number. */
export async function anchorsOf(context: Context, stageId: string): Promise<Entry[]> {
  return await load<Entry[]>(
    context,
    'stage.anchors',
    stageId,
    async (ids) => {
      const anchors = await context.em.find(
        Anchor,
        { stage: { $in: [...ids] } },
        { populate: ['entry'], orderBy: { entry: { number: 'asc' } } },
      );
      const byStage = Map.groupBy(anchors, (anchor) => anchor.stage.id);
      return new Map([...byStage].map(([stage, rows]) => [stage, rows.map(({ entry }) => entry.$)]));
    },
    [],
  );
}

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
