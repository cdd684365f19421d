import { createProjectInput } from '@laurel/schema/inputs';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { invalidField, parseInput } from '../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../core/graphql/user-error.ts';
import { basicsKey, builtInForms, findForm } from '../forms/index.ts';
import { Organization } from '../../people/organizations/index.ts';
import { basicsText } from './basics.ts';
import { keepRevision } from './keep-revision.ts';
import { Language, Project } from './project.entity.ts';
import { assertMember } from './project.policy.ts';
import { CreateProjectSuccess, type CreateProjectInput } from './project.types.ts';

/** Begins a project, or what else a form is for, with nothing but a title. */
export async function createProject(
  context: Context,
  input: CreateProjectInput,
): Promise<CreateProjectSuccess | InvalidInputError> {
  if (!isId(input.organizationId)) throw notFound(context);
  await assertMember(context, input.organizationId);
  const parsed = parseInput(context, createProjectInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  const now = context.clock.now();
  return await unitOfWork(context, async (em) => {
    const organization = await em.findOne(Organization, { id: input.organizationId });
    if (!organization) throw notFound(context);
    const form = await findForm(em, input.formKey ?? builtInForms.project);
    if (!form) return invalidField(context, 'formKey');
    const project = em.create(Project, {
      form,
      title: LocalizedText.of(parsed.title),
      summary: LocalizedText.of({}),
      language: Language[parsed.language],
      organization,
      region: organization.region,
      createdAt: now,
      updatedAt: now,
    });
    const savedById = context.viewer?.id ?? null;
    await keepRevision(em, { project, key: basicsKey, version: 1, text: basicsText(project), savedAt: now, savedById });
    return make(CreateProjectSuccess, { project });
  });
}
