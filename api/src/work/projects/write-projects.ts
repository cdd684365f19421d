import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { assertOperator } from '../../core/graphql/operator.ts';
import { basicsKey, builtInForms, Form } from '../forms/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { Team } from '../../people/teams/index.ts';
import { basicsText } from './basics.ts';
import { Project, type Language } from './project.entity.ts';
import { ProjectRevision, ProjectSection } from './section.entity.ts';

export interface WholeProject {
  /** Key of a form; of the built-in one for projects unless said otherwise. */
  formKey?: string;
  organizationId: string;
  /** That of the organization unless said otherwise. */
  regionId?: string | null;
  teamId?: string | null;
  title: Bilingual;
  summary?: Bilingual;
  language: Language;
  startedOn?: string | null;
  endedOn?: string | null;
  beneficiaries?: string | null;
  videoUrl?: string | null;
  /** Texts by the keys of the form's sections. */
  sections: Readonly<Record<string, string>>;
  /** Now unless said otherwise. */
  writtenAt?: Date;
}

/** Writes whole projects, all or none, in few statements; their ids in the order given. Operator only. */
export async function writeProjects(context: Context, inputs: readonly WholeProject[]): Promise<string[]> {
  assertOperator(context);
  return await unitOfWork(context, async (em) => await putProjects(em, inputs, context.clock.now()));
}

/** The same in the caller's transaction, and for whomever the caller has let in. */
export async function putProjects(em: EntityManager, inputs: readonly WholeProject[], now: Date): Promise<string[]> {
  const forms = new Map((await em.find(Form, {})).map((form) => [form.key, form]));
  const organizationIds = [...new Set(inputs.map(({ organizationId }) => organizationId))];
  await em.find(Organization, { id: { $in: organizationIds } });
  const projects = inputs.map((input) => {
    const { formKey = builtInForms.project, organizationId, regionId, teamId, sections, writtenAt = now } = input;
    const form = forms.get(formKey);
    if (!form) throw new Error(`there is no form ${formKey}`);
    const organization = em.getReference(Organization, organizationId);
    const project = em.create(Project, {
      form,
      organization,
      region: regionId ? em.getReference(Region, regionId) : organization.region,
      team: teamId ? em.getReference(Team, teamId) : null,
      title: LocalizedText.of(input.title),
      summary: LocalizedText.of(input.summary ?? {}),
      language: input.language,
      startedOn: input.startedOn ?? null,
      endedOn: input.endedOn ?? null,
      beneficiaries: input.beneficiaries ?? null,
      videoUrl: input.videoUrl ?? null,
      createdAt: writtenAt,
      updatedAt: writtenAt,
    });
    const kept = { project, version: 1, begunAt: writtenAt, savedAt: writtenAt };
    em.create(ProjectRevision, { ...kept, key: basicsKey, text: basicsText(project) });
    for (const [key, text] of Object.entries(sections)) {
      em.create(ProjectSection, { project, key, text, savedAt: writtenAt });
      em.create(ProjectRevision, { ...kept, key, text });
    }
    return project;
  });
  await em.flush();
  return projects.map(({ id }) => id);
}
