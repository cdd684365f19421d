import { load, type Context } from '../../core/context.ts';

/**
 * The competitions in which the viewer judges blind: those with a seat of theirs, given up or not, on a panel whose
 * stage is judged blind, until the results are published. Organizers see everything.
 */
export async function blindCompetitions(context: Context): Promise<readonly string[]> {
  const { viewer, em } = context;
  if (!viewer || viewer.holdsSeat === false) return [];
  return await load<readonly string[]>(
    context,
    'viewer.blindCompetitions',
    viewer.id,
    async () => {
      const rows = await em.execute<{ id: string }[]>(
        `select distinct c.id from judges j join panels p on p.id = j.panel_id
         join scoring_rules r on r.stage_id = p.stage_id and r.is_blind
         join competitions c on c.id = p.competition_id and c.results_published_at is null
         where j.user_id = ? and not exists (
           select from competition_organizers o where o.competition_id = c.id and o.user_id = j.user_id)`,
        [viewer.id],
      );
      return new Map([[viewer.id, rows.map(({ id }) => id)]]);
    },
    [],
  );
}

export interface BlindCondition {
  sql: string;
  params: unknown[];
}

/**
 * True, in SQL, of a project whose people and places the viewer must not learn because they judge it blind somewhere;
 * null where there is none. It is the project that is kept from them, not one entry: what it entered before, and what
 * its activities tell, has the same title and would give the name away. Members know their own.
 */
export async function blindToProject(context: Context, projectColumn: string): Promise<BlindCondition | null> {
  const competitions = await blindCompetitions(context);
  if (competitions.length === 0) return null;
  return {
    sql: `exists (select from entries blind where blind.project_id = ${projectColumn} and blind.competition_id = any(?::uuid[])
      and not exists (select from organization_members m where m.organization_id = blind.organization_id and m.user_id = ?
          and m.left_at is null))`,
    params: [`{${competitions.join(',')}}`, context.viewer?.id ?? null],
  };
}

/** The same as a filter that leaves such projects out. */
export async function unlessBlind(context: Context, projectColumn: string): Promise<BlindCondition[]> {
  const blind = await blindToProject(context, projectColumn);
  return blind ? [{ sql: `not ${blind.sql}`, params: blind.params }] : [];
}

/** The same for one project; asked for many at once in one statement, and in none by who judges nothing blind. */
export async function isBlindToProject(context: Context, projectId: string): Promise<boolean> {
  const blind = await blindToProject(context, 'p.id');
  if (!blind) return false;
  return await load(
    context,
    'project.isBlind',
    projectId,
    async (ids) => {
      const rows = await context.em.execute<{ id: string }[]>(
        `select p.id from unnest(?::uuid[]) as p(id) where ${blind.sql}`,
        [`{${ids.join(',')}}`, ...blind.params],
      );
      return new Map(rows.map(({ id }) => [id, true]));
    },
    false,
  );
}
