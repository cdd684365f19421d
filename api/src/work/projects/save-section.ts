import { sectionInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { parseInput } from '../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../core/graphql/user-error.ts';
import { message } from '../../core/messages.ts';
import { sectionsOfForm } from '../forms/index.ts';
import { keepRevision } from './keep-revision.ts';
import { Project } from './project.entity.ts';
import { assertMember } from './project.policy.ts';
import { ProjectSection } from './section.entity.ts';
import { viewOfSection } from './section-view.ts';
import { SaveSectionSuccess, StaleSectionError, type SaveSectionInput } from './section.types.ts';

/**
 * Saves one section. Of two people who edited the same version, the second gets the first one's text back instead of
 * overwriting it; those who write different sections are not in each other's way. The lock is the project's, so that an
 * entry copies one state of it.
 */
export async function saveSection(
  context: Context,
  input: SaveSectionInput,
): Promise<SaveSectionSuccess | StaleSectionError | InvalidInputError> {
  if (!isId(input.projectId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: input.projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    const section = (await sectionsOfForm(inside, project.form.id)).find(({ key }) => key === input.key);
    if (!section) throw notFound(context);
    const parsed = parseInput(context, sectionInput(section.maxLength), input);
    if (parsed instanceof InvalidInputError) return parsed;
    const { key, version, text } = parsed;
    const found = await em.findOne(ProjectSection, { project, key });
    if (version !== (found?.version ?? 0)) {
      return make(StaleSectionError, {
        message: message(context.locale, 'section.stale', { section: section.name.in(context.locale) }),
        section: await viewOfSection(inside, { section, row: found }),
        yours: text,
      });
    }
    const saved = { text, version: version + 1, savedAt: context.clock.now(), savedBy: context.viewer?.id ?? null };
    const row = found ? em.assign(found, saved) : em.create(ProjectSection, { project, key, ...saved });
    project.updatedAt = saved.savedAt;
    await keepRevision(em, { project, key, ...saved, savedById: saved.savedBy });
    return make(SaveSectionSuccess, { section: await viewOfSection(inside, { section, row }), project });
  });
}
