import type { Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { editorName, type WrittenSection } from './section.queries.ts';
import { ProjectEditor, ProjectSectionView } from './section.types.ts';

export const editorOf = async (
  context: Context,
  user: { id: string } | null | undefined,
): Promise<ProjectEditor | null> => (user ? make(ProjectEditor, { name: await editorName(context, user.id) }) : null);

/** A section as its writers see it. */
export async function viewOfSection(context: Context, { section, row }: WrittenSection): Promise<ProjectSectionView> {
  return make(ProjectSectionView, {
    key: section.key,
    name: section.name.in(context.locale),
    text: row?.text ?? '',
    version: row?.version ?? 0,
    savedAt: row?.savedAt ?? null,
    savedBy: await editorOf(context, row?.savedBy),
  });
}
