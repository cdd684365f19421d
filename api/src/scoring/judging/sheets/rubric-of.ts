import type { EntityManager } from '@mikro-orm/postgresql';
import { findRubrics, rubricFor, type MarkedBy } from '../../../competition/competitions/index.ts';
import type { Assignment } from '../judging.entity.ts';

/** The rubric of a sheet; every competition with judges has one. */
export async function rubricOf(em: EntityManager, assignment: Assignment, competitionId: string): Promise<MarkedBy> {
  const entry = await assignment.entry.loadOrFail();
  const found = rubricFor(await findRubrics(em, competitionId), assignment.stage.id, entry.category.id);
  if (!found) throw new Error(`no rubric says how the entry ${entry.id} is marked`);
  return found;
}
