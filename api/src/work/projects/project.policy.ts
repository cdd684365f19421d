import { isWritten } from '@laurel/schema/inputs';
import type { Context } from '../../core/context.ts';
import { notFound, unauthenticated } from '../../core/graphql/refusals.ts';
import { make } from '../../core/graphql/user-error.ts';
import type { Locale } from '../../core/locale.ts';
import { message } from '../../core/messages.ts';
import { basicsKey, type Form } from '../forms/index.ts';
import { isMember } from '../../people/organizations/index.ts';
import type { Project } from './project.entity.ts';
import { MissingPart, PartKind } from './project.types.ts';
import type { WrittenSection } from './section.queries.ts';

/** Only members of its organization see or change a project; to everybody else it does not exist. */
export async function assertMember(context: Context, organizationId: string): Promise<void> {
  if (context.isOperator) return;
  if (!context.viewer) throw unauthenticated(context);
  if (!(await isMember(context, organizationId))) throw notFound(context);
}

/** What an entry needs and the project does not have yet, in the order of the form. */
export function missingParts(
  locale: Locale,
  project: Pick<Project, 'title' | 'summary'>,
  form: Pick<Form, 'titleName'>,
  sections: readonly WrittenSection[],
): MissingPart[] {
  const missing: MissingPart[] = [];
  const add = (kind: PartKind, key: string, name: string) => missing.push(make(MissingPart, { kind, key, name }));
  if (!isWritten(project.title.in(locale))) add(PartKind.BASICS, 'title', form.titleName.in(locale));
  if (!isWritten(project.summary.in(locale))) add(PartKind.BASICS, 'summary', message(locale, 'part.summary'));
  for (const { section, row } of sections) {
    if (section.isRequired && !isWritten(row?.text ?? '')) add(PartKind.SECTION, section.key, section.name.in(locale));
  }
  return missing;
}

/** Whether a form has a part of this name. */
export const isPartOf = (sections: readonly { key: string }[], key: string): boolean =>
  key === basicsKey || sections.some((section) => section.key === key);
