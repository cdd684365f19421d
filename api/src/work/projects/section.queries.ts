import { load, type Context } from '../../core/context.ts';
import type { PageSource } from '../../core/graphql/page.ts';
import { shownEmail } from '../../platform/identity/index.ts';
import { sectionsOfForm, type FormSection } from '../forms/index.ts';
import type { Project } from './project.entity.ts';
import { ProjectRevision, ProjectSection } from './section.entity.ts';

/** A section of the form, with what a project has in it so far. */
export interface WrittenSection {
  section: FormSection;
  row: ProjectSection | null;
}

/** All sections of a project's form in their order; of many projects in two statements. */
export async function sectionsOfProject(context: Context, project: Project): Promise<WrittenSection[]> {
  const [sections, rows] = await Promise.all([
    sectionsOfForm(context, project.form.id),
    load<ProjectSection[]>(
      context,
      'project.sections',
      project.id,
      async (ids) => {
        const found = await context.em.find(ProjectSection, { project: { $in: [...ids] } });
        return Map.groupBy(found, (row) => row.project.id);
      },
      [],
    ),
  ]);
  return sections.map((section) => ({ section, row: rows.find(({ key }) => key === section.key) ?? null }));
}

/** What a person is called among those who write with them; empty where we know nothing. */
export async function editorName(context: Context, userId: string): Promise<string> {
  return await load(
    context,
    'project.editor',
    userId,
    async (ids) => {
      const people = await context.em.execute<{ id: string; name: string; email: string }[]>(
        'select id, name, email from users where id = any(?::uuid[])',
        [`{${ids.join(',')}}`],
      );
      return new Map(people.map((person) => [person.id, nameOf(person)]));
    },
    '',
  );
}

export const nameOf = ({ name, email }: { name: string; email: string }): string =>
  name || (shownEmail({ email }) ?? '');

/** The kept versions of a project or of one of its parts, newest first. */
export const historyOf = (key: string | null): PageSource<ProjectRevision> => ({
  entity: ProjectRevision,
  name: `project.history/${key}`,
  from: 'project_revisions r',
  alias: 'r',
  parent: 'r.project_id',
  where: key === null ? [] : [{ sql: 'r.key = ?', params: [key] }],
  order: { sql: 'r.saved_at', type: 'timestamptz', descending: true },
});
