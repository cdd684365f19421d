import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../core/graphql/node.ts';
import type { Competition, Question } from '../../competitions/index.ts';
import {
  hashOfText,
  searchTextOf,
  textOfEntry,
  type AnswerCopy,
  type EntryContent,
  type SectionCopy,
} from '../../entries/index.ts';
import { putWaitingOrganizations, type OrganizationKind } from '../../../people/organizations/index.ts';
import { Language, putProjects } from '../../../work/projects/index.ts';
import type { ImportChoices } from '../check/import-choices.ts';
import type { CheckedTable, Draft } from '../check/check-table.ts';
import type { KnownOrganization, Lookups } from '../check/lookups.ts';

/** Rows that are written in one statement each; small enough that others get their turn in between. */
const atOnce = 200;

interface Writing {
  em: EntityManager;
  competition: Competition;
  lookups: Lookups;
  choices: ImportChoices;
  importId: string;
  now: Date;
  onProgress: (done: number, all: number) => Promise<void>;
}

type Placed = Draft & { organization: KnownOrganization };

/**
 * Writes the rows that passed, in the caller's transaction, which holds the competition's row: new entries under their own
 * numbers or the next ones, and new revisions of existing ones. Notifies nobody, because a file is no hand-in.
 */
export async function writeEntries(writing: Writing, { created, changed }: CheckedTable): Promise<void> {
  const { competition, em } = writing;
  const placed = await placeOrganizations(writing, created);
  let last = Math.max(competition.lastEntryNumber, ...created.map(({ number }) => number ?? 0));
  const all = created.length + changed.length;
  for (let from = 0; from < placed.length; from += atOnce) {
    const drafts = placed.slice(from, from + atOnce);
    const numbered = drafts.map((draft) => ({ draft, number: draft.number ?? (last += 1) }));
    await writeNew(writing, numbered);
    await writing.onProgress(from + drafts.length, all);
  }
  competition.lastEntryNumber = last;
  await em.flush();
  for (let from = 0; from < changed.length; from += atOnce) {
    await writeRevisions(writing, changed.slice(from, from + atOnce) as Placed[]);
    await writing.onProgress(created.length + from, all);
  }
}

/** Registers those that nobody has, once each. */
async function placeOrganizations({ em, lookups, now }: Writing, drafts: readonly Draft[]): Promise<Placed[]> {
  const wanted = new Map(
    drafts.flatMap(({ organization }) => ('key' in organization ? [[organization.key, organization] as const] : [])),
  );
  const list = [...wanted.values()];
  const made = putWaitingOrganizations(
    em,
    list.map(({ name, kind, region }) => ({
      name: /\p{Script=Han}/u.test(name) ? { zh: name } : { en: name },
      kind: kind as OrganizationKind,
      regionId: lookups.regionOf(region)?.id ?? '',
    })),
    now,
  );
  await em.flush();
  const known = new Map(
    list.map(({ key, region }, index): [string, KnownOrganization] => {
      const { id = '', slug = '', name } = made[index] ?? {};
      return [key, { id, slug, zh: name?.zh ?? null, en: name?.en ?? null, status: 'PENDING', region }];
    }),
  );
  return drafts.map((draft) => {
    const { organization } = draft;
    const found = 'key' in organization ? known.get(organization.key) : organization;
    if (!found) throw new Error(`row ${draft.row} has no organization`);
    return { ...draft, organization: found };
  });
}

/** What of a row is the same in an entry and in the project behind it. */
function valuesOf({ cells }: Draft) {
  const text = (key: string) => cells[key] || null;
  return {
    title: { zh: text('titleZh'), en: text('titleEn') },
    summary: { zh: text('summaryZh'), en: text('summaryEn') },
    language: cells['language'] === Language.EN ? Language.EN : Language.ZH_CN,
    startedOn: text('startedOn'),
    endedOn: text('endedOn'),
    beneficiaries: text('beneficiaries'),
    videoUrl: text('videoUrl'),
  };
}

function contentOf(
  { competition, lookups }: Writing,
  draft: Placed,
  { number, revision }: { number: number; revision: number },
  attachments: EntryContent['attachments'] = [],
): EntryContent {
  const { title, summary, ...values } = valuesOf(draft);
  const { cells, organization, existing } = draft;
  const both = ({ zh = null, en = null }: { zh?: string | null; en?: string | null }) => ({ zh, en });
  const sections = lookups.columns.flatMap(({ key, section }): SectionCopy[] =>
    section
      ? [{ key: section.key, name: both(section.name), text: cells[key] ?? '', isRequired: section.isRequired }]
      : [],
  );
  const answerOf = ({ key, prompt, kind, options }: Question): AnswerCopy[] => {
    // A file stays that which was handed in.
    if (kind === 'FILE') return existing?.answers.filter((answer) => answer.key === key) ?? [];
    const value = cells[`answer.${key}`] ?? '';
    const option = options.find((one) => one.key === value);
    return value ? [{ key, prompt: both(prompt), kind, value, ...(option && { option: both(option) }) }] : [];
  };
  return {
    competition: competition.slug,
    number,
    revision,
    category: cells['category'] ?? '',
    form: lookups.form.key,
    organizationZh: organization.zh,
    organizationEn: organization.en,
    region: cells['region'] ?? '',
    titleZh: title.zh,
    titleEn: title.en,
    summaryZh: summary.zh,
    summaryEn: summary.en,
    ...values,
    sections,
    answers: lookups.columns.flatMap(({ question }) => (question ? answerOf(question) : [])),
    attachments,
  };
}

function recordOf(writing: Writing, draft: Placed, content: EntryContent) {
  const { lookups } = writing;
  const { title, summary, ...values } = valuesOf(draft);
  const text = textOfEntry(content);
  const name = { zh: draft.organization.zh, en: draft.organization.en };
  return {
    row: draft.row,
    number: content.number,
    revision: content.revision,
    category_id: lookups.categories.find(({ key }) => key === content.category)?.id,
    organization_id: draft.organization.id,
    region_id: lookups.regionOf(content.region)?.id,
    title_zh: title.zh,
    title_en: title.en,
    summary_zh: summary.zh,
    summary_en: summary.en,
    language: values.language,
    started_on: values.startedOn,
    ended_on: values.endedOn,
    beneficiaries: values.beneficiaries,
    video_url: values.videoUrl,
    sections: content.sections,
    answers: content.answers,
    search_text: searchTextOf(content.number, {
      values: { title, summary, beneficiaries: values.beneficiaries },
      organization: { name },
    }),
    content,
    text,
    sha256: hashOfText(text),
  };
}

const columnTypes = `row int, id uuid, project_id uuid, number int, revision int, category_id uuid, organization_id uuid, region_id uuid,
  title_zh text, title_en text, summary_zh text, summary_en text, language text, started_on date, ended_on date, beneficiaries text,
  video_url text, sections jsonb, answers jsonb, search_text text, content jsonb, text text, sha256 text`;

async function writeNew(writing: Writing, numbered: readonly { draft: Placed; number: number }[]): Promise<void> {
  const { em, competition, choices, importId, now, lookups } = writing;
  // A fork of the transaction: what is written is not kept in memory until its end.
  const projectIds = await putProjects(
    em.fork({ clear: true, keepTransactionContext: true }),
    numbered.map(({ draft }) => ({
      ...valuesOf(draft),
      formKey: lookups.form.key,
      organizationId: draft.organization.id,
      regionId: lookups.regionOf(draft.cells['region'] ?? '')?.id ?? null,
      sections: Object.fromEntries(
        lookups.columns.flatMap(({ key, section }) => {
          const text = draft.cells[key];
          return section && text ? [[section.key, text]] : [];
        }),
      ),
    })),
    now,
  );
  const records = numbered.map(({ draft, number }, index) => ({
    ...recordOf(writing, draft, contentOf(writing, draft, { number, revision: 1 })),
    id: newId(),
    project_id: projectIds[index],
  }));
  await em.execute(
    `with x as (select * from jsonb_to_recordset(?::jsonb) as x(${columnTypes})),
       e as (insert into entries (id, competition_id, number, category_id, project_id, organization_id, region_id, title_zh, title_en,
           summary_zh, summary_en, language, sections, answers, revision, started_on, ended_on, video_url, beneficiaries, status,
           submitted_at, search_text)
         select id, ?::uuid, number, category_id, project_id, organization_id, region_id, title_zh, title_en, summary_zh, summary_en,
           language, sections, answers, revision, started_on, ended_on, video_url, beneficiaries, ?, ?::timestamptz, search_text from x)
     select count(*) from x`,
    [JSON.stringify(records), competition.id, choices.arriveAs, now],
  );
  await keepRevisions(em, records, { importId, now, isNew: true });
}

/** The revisions with their text, and which row each came of. */
async function keepRevisions(
  em: EntityManager,
  records: readonly { id: string }[],
  { importId, now, isNew }: { importId: string; now: Date; isNew: boolean },
): Promise<void> {
  // Nobody handed them in: windows and deadlines are for those who do.
  await em.execute(
    `insert into entry_revisions (entry_id, revision, content, text, sha256, submitted_at)
     select id, revision, content, text, sha256, ?::timestamptz from jsonb_to_recordset(?::jsonb) as x(${columnTypes})`,
    [now, JSON.stringify(records)],
  );
  await em.execute(
    `insert into imported_entries (entry_import_id, entry_id, row, is_new)
     select ?::uuid, id, row, ? from jsonb_to_recordset(?::jsonb) as x(${columnTypes})`,
    [importId, isNew, JSON.stringify(records)],
  );
}

/** The project behind stays its organization's own: what changes is what competes. */
async function writeRevisions(writing: Writing, drafts: readonly Placed[]): Promise<void> {
  const { em, importId, now } = writing;
  const ids = drafts.map(({ existing }) => existing?.id ?? '');
  const files = await em.execute<
    { entry_id: string; name: string; sha256: string; zh: string | null; en: string | null }[]
  >(
    `select a.entry_id, u.name, u.sha256, a.caption_zh as zh, a.caption_en as en from entry_attachments a
       join uploads u on u.id = a.upload_id join entries e on e.id = a.entry_id and e.revision = a.revision
     where a.entry_id = any(?::uuid[]) order by a.entry_id, a.ordinal`,
    [`{${ids.join(',')}}`],
  );
  const byEntry = Map.groupBy(files, ({ entry_id: id }) => id);
  const records = drafts.flatMap((draft) => {
    const { existing } = draft;
    if (!existing) return [];
    const attachments = (byEntry.get(existing.id) ?? []).map(({ name, sha256, zh, en }) => {
      return { name, sha256, captionZh: zh, captionEn: en };
    });
    const place = { number: existing.number, revision: existing.revision + 1 };
    return [{ ...recordOf(writing, draft, contentOf(writing, draft, place, attachments)), id: existing.id }];
  });
  await em.execute(
    `insert into entry_attachments (id, entry_id, revision, upload_id, ordinal, question, caption_zh, caption_en)
     select gen_random_uuid(), a.entry_id, a.revision + 1, a.upload_id, a.ordinal, a.question, a.caption_zh, a.caption_en
     from entry_attachments a join entries e on e.id = a.entry_id and e.revision = a.revision where e.id = any(?::uuid[])`,
    [`{${ids.join(',')}}`],
  );
  await em.execute(
    `update entries e set category_id = x.category_id, region_id = x.region_id, title_zh = x.title_zh, title_en = x.title_en,
       summary_zh = x.summary_zh, summary_en = x.summary_en, language = x.language, sections = x.sections, answers = x.answers,
       revision = x.revision, started_on = x.started_on, ended_on = x.ended_on, video_url = x.video_url,
       beneficiaries = x.beneficiaries, submitted_at = ?::timestamptz, search_text = x.search_text
     from jsonb_to_recordset(?::jsonb) as x(${columnTypes}) where e.id = x.id`,
    [now, JSON.stringify(records)],
  );
  await keepRevisions(em, records, { importId, now, isNew: false });
}
