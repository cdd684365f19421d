import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { invalidField } from '../../core/graphql/parse-input.ts';
import { isId, notFound, unauthenticated } from '../../core/graphql/refusals.ts';
import { make, type InvalidInputError } from '../../core/graphql/user-error.ts';
import { basicsKey, sectionsOfForm } from '../forms/index.ts';
import { Project } from './project.entity.ts';
import { assertMember, isPartOf } from './project.policy.ts';
import { nameOf } from './section.queries.ts';
import { NoteEditingSuccess, PartVersion, Presence, type NoteEditingInput } from './section.types.ts';

/** For how long somebody who was seen counts as there, in milliseconds: two of their notes may get lost. */
const lasting = 30_000;

/** Says that the viewer has a project open, and tells who else has, and how far each part has come. */
export async function noteEditing(
  context: Context,
  { projectId, key = null }: NoteEditingInput,
): Promise<NoteEditingSuccess | InvalidInputError> {
  const { viewer, clock } = context;
  if (!viewer) throw unauthenticated(context);
  if (!isId(projectId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: projectId });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    if (key !== null && !isPartOf(await sectionsOfForm(inside, project.form.id), key)) {
      return invalidField(context, 'key');
    }
    const now = clock.now();
    await em.execute(
      `insert into project_presences (project_id, user_id, key, seen_at) values (?, ?, ?, ?)
       on conflict (project_id, user_id) do update set key = excluded.key, seen_at = excluded.seen_at`,
      [projectId, viewer.id, key, now],
    );
    const people = await em.execute<{ name: string; email: string; key: string | null }[]>(
      `select u.name, u.email, p.key from project_presences p join users u on u.id = p.user_id
       where p.project_id = ? and p.user_id <> ? and p.seen_at > ? order by u.id`,
      [projectId, viewer.id, new Date(now.getTime() - lasting)],
    );
    const sections = await em.execute<{ key: string; version: number }[]>(
      'select key, version from project_sections where project_id = ? order by key',
      [projectId],
    );
    const versions = [{ key: basicsKey, version: project.version }, ...sections];
    return make(NoteEditingSuccess, {
      others: people.map((person) => make(Presence, { name: nameOf(person), key: person.key })),
      versions: versions.map((version) => make(PartVersion, version)),
    });
  });
}
