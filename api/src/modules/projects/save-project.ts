import { saveProjectInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { LocalizedText } from '../../graphql/localized-text.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { isId, notFound } from '../../graphql/refusals.ts';
import { InvalidInputError, make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { Language, Project } from './project.entity.ts';
import { assertMember, sections } from './project.policy.ts';
import { SaveProjectSuccess, StaleVersionError, type SaveProjectInput } from './project.types.ts';

/**
 * Saves what is given and raises the version. Of two people who edited the same version, the second gets the first
 * one's text back instead of overwriting it.
 */
export async function saveProject(
  context: Context,
  input: SaveProjectInput,
): Promise<SaveProjectSuccess | StaleVersionError | InvalidInputError> {
  if (!isId(input.projectId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: input.projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    const parsed = parseInput(context, saveProjectInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    if (project.version !== parsed.version) {
      return make(StaleVersionError, { message: message(context.locale, 'project.stale'), project });
    }
    if (parsed.title) project.title = LocalizedText.of(parsed.title);
    if (parsed.summary) project.summary = LocalizedText.of(parsed.summary);
    if (parsed.language) project.language = Language[parsed.language];
    for (const section of sections) {
      const text = parsed[section];
      if (text !== undefined && text !== null) project[section] = text;
    }
    if (parsed.startedOn !== undefined) project.startedOn = parsed.startedOn;
    if (parsed.beneficiaries !== undefined) project.beneficiaries = parsed.beneficiaries || null;
    project.version += 1;
    project.updatedAt = context.clock.now();
    return make(SaveProjectSuccess, { project });
  });
}
