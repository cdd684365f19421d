import { isWritten } from '@laurel/schema/inputs';
import { faultOf } from '@laurel/schema/questions';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import type { Bilingual } from '../../../core/graphql/localized-text.ts';
import { make } from '../../../core/graphql/user-error.ts';
import type { Locale } from '../../../core/locale.ts';
import {
  askedIn,
  QuestionKind,
  questionsOf,
  type Category,
  type Competition,
  type Question,
} from '../../competitions/index.ts';
import { Organization, type Region } from '../../../people/organizations/index.ts';
import { missingParts, MissingPart, PartKind, sectionsOfProject, type Project } from '../../../work/projects/index.ts';
import { filesToFreeze, type FileToFreeze } from '../attachments/freeze-attachments.ts';
import type { AnswerCopy, EntryContent, SectionCopy } from '../content.ts';
import { EntryDraft } from '../drafts/entry-draft.entity.ts';
import type { Entry } from '../entry.entity.ts';

/** What of a project becomes part of an entry, as it stands now; taken under the project's lock. */
interface FrozenCopy {
  values: Pick<
    Entry,
    'title' | 'summary' | 'language' | 'startedOn' | 'endedOn' | 'beneficiaries' | 'videoUrl' | 'sections' | 'answers'
  > & { region: Region };
  organization: Organization;
  attachments: readonly FileToFreeze[];
  missing: MissingPart[];
}

/** Copies a project, with its answers to the questions that are asked in a category. */
export async function copyProject(
  inside: Context,
  em: EntityManager,
  project: Project,
  competition: Competition,
  category: Category,
): Promise<FrozenCopy> {
  const written = await sectionsOfProject(inside, project);
  const form = await project.form.loadOrFail();
  const asked = askedIn(await questionsOf(inside, competition.id), category.id);
  // Most competitions ask nothing of their own.
  const draft = asked.length > 0 ? await em.findOne(EntryDraft, { project, competition }) : null;
  const fileKeys = asked.filter(({ kind }) => kind === QuestionKind.FILE).map(({ key }) => key);
  const named = fileKeys.map((question) => ({ question, uploadId: draft?.answers[question] ?? '' }));
  const attachments = await filesToFreeze(em, project.id, named);
  // A file that was removed after it was named answers nothing.
  const isThere = (key: string) => attachments.some(({ question }) => question === key);
  const given = Object.fromEntries(
    Object.entries(draft?.answers ?? {}).filter(([key]) => !fileKeys.includes(key) || isThere(key)),
  );
  const { title, summary, language, startedOn = null, endedOn = null, beneficiaries = null, videoUrl = null } = project;
  return {
    values: {
      title,
      summary,
      language,
      startedOn,
      endedOn,
      beneficiaries,
      videoUrl,
      region: await project.region.loadOrFail(),
      sections: written.map(({ section, row }): SectionCopy => {
        return { key: section.key, name: texts(section.name), text: row?.text ?? '', isRequired: section.isRequired };
      }),
      answers: asked.flatMap((question) => copyAnswer(question, given[question.key] ?? '')),
    },
    attachments,
    organization: await em.findOneOrFail(Organization, { id: project.organization.id }),
    missing: [...missingParts(inside.locale, project, form, written), ...missingAnswers(inside.locale, asked, given)],
  };
}

/** Required answers that are not given, and given ones that cannot stand. */
function missingAnswers(
  locale: Locale,
  asked: readonly Question[],
  given: Readonly<Record<string, string>>,
): MissingPart[] {
  return asked
    .filter((question) => {
      const value = given[question.key] ?? '';
      return isWritten(value) ? faultOf(question, value) !== null : question.isRequired;
    })
    .map(({ key, prompt }) => make(MissingPart, { kind: PartKind.QUESTION, key, name: prompt.in(locale) }));
}

const texts = ({ zh = null, en = null }: Bilingual): Bilingual => ({ zh, en });

function copyAnswer({ key, prompt, kind, options }: Question, value: string): AnswerCopy[] {
  if (!isWritten(value)) return [];
  const option = options.find((one) => one.key === value);
  return [{ key, prompt: texts(prompt), kind, value, ...(kind === 'CHOICE' && option && { option: texts(option) }) }];
}

/** The content of a revision: everything that is handed in, under its number. */
export function contentOf(
  { values, organization, attachments }: FrozenCopy,
  place: { competition: Competition; category: Category; form: string; number: number; revision: number },
): EntryContent {
  const { title, summary, region, sections, answers } = values;
  return {
    competition: place.competition.slug,
    number: place.number,
    revision: place.revision,
    category: place.category.key,
    form: place.form,
    organizationZh: organization.name.zh ?? null,
    organizationEn: organization.name.en ?? null,
    region: region.code,
    titleZh: title.zh ?? null,
    titleEn: title.en ?? null,
    summaryZh: summary.zh ?? null,
    summaryEn: summary.en ?? null,
    language: values.language,
    startedOn: values.startedOn ?? null,
    endedOn: values.endedOn ?? null,
    beneficiaries: values.beneficiaries ?? null,
    videoUrl: values.videoUrl ?? null,
    sections,
    answers,
    attachments: attachments.map(({ name, sha256, captionZh, captionEn }) => ({ name, sha256, captionZh, captionEn })),
  };
}

/** Everything a reader may search by, in lower case. */
export function searchTextOf(
  number: number,
  {
    values,
    organization,
  }: {
    values: { title: Bilingual; summary: Bilingual; beneficiaries?: string | null };
    organization: { name: Bilingual };
  },
): string {
  const names = [values.title, values.summary, organization.name].flatMap(({ zh, en }) => [zh, en]);
  return [number, ...names, values.beneficiaries].filter(Boolean).join('\n').toLowerCase();
}
