import { isWritten } from '@laurel/schema/inputs';
import type { Context } from '../../context.ts';
import { notFound, unauthenticated } from '../../graphql/refusals.ts';
import { isMember } from '../organizations/index.ts';
import type { Project } from './project.entity.ts';
import { ProjectField } from './project.types.ts';

/** Only members of its organization see or change a project; to everybody else it does not exist. */
export async function assertMember(context: Context, organizationId: string): Promise<void> {
  if (context.isOperator) return;
  if (!context.viewer) throw unauthenticated(context);
  if (!(await isMember(context, organizationId))) throw notFound(context);
}

/** What an entry needs and the project does not have yet, in the order of the form. */
export function missingFields(project: Pick<Project, 'title' | 'summary' | Section>): ProjectField[] {
  const missing: ProjectField[] = [];
  if (!isWritten(project.title.in('zh-CN'))) missing.push(ProjectField.TITLE);
  if (!isWritten(project.summary.in('zh-CN'))) missing.push(ProjectField.SUMMARY);
  for (const section of sections) {
    if (!isWritten(project[section])) missing.push(section.toUpperCase() as ProjectField);
  }
  return missing;
}

export const sections = ['needs', 'goals', 'implementation', 'outcomes', 'features'] as const;
type Section = (typeof sections)[number];
