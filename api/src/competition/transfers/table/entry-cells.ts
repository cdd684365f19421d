import type { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerCopy, SectionCopy } from '../../entries/index.ts';
import type { Column } from './columns.ts';

/** An entry as a row of the table: by the key of the column, in words that are of no language. */
export interface EntryRow {
  id: string;
  number: number;
  status: string;
  revision: number;
  organizationId: string;
  answers: readonly AnswerCopy[];
  cells: Record<string, string>;
}

interface Stored {
  id: string;
  number: number;
  status: string;
  revision: number;
  organization_id: string;
  category: string;
  title_zh: string | null;
  title_en: string | null;
  summary_zh: string | null;
  summary_en: string | null;
  language: string;
  started_on: string | null;
  ended_on: string | null;
  beneficiaries: string | null;
  video_url: string | null;
  sections: SectionCopy[];
  answers: AnswerCopy[];
  slug: string;
  kind: string;
  region: string;
  submitted_at: string;
  files: Record<string, string> | null;
}

/** Entries of a competition after a number, in their order; or those of the numbers given. */
export async function readEntryRows(
  em: EntityManager,
  competitionId: string,
  which: { after: number; most: number } | { numbers: readonly number[] },
): Promise<EntryRow[]> {
  const [condition, params] =
    'numbers' in which
      ? ['e.number = any(?::int[])', [`{${which.numbers.join(',')}}`]]
      : ['e.number > ? order by e.number limit ?', [which.after, which.most]];
  const rows = await em.execute<Stored[]>(
    `select e.id, e.number, e.status, e.revision, e.organization_id, c.key as category, e.title_zh, e.title_en,
       e.summary_zh, e.summary_en, e.language, e.started_on::text, e.ended_on::text, e.beneficiaries, e.video_url, e.sections,
       e.answers, o.slug, o.kind, r.code as region,
       to_char(e.submitted_at at time zone k.time_zone, 'YYYY-MM-DD HH24:MI:SS') as submitted_at,
       (select jsonb_object_agg(a.question, u.name) from entry_attachments a join uploads u on u.id = a.upload_id
        where a.entry_id = e.id and a.revision = e.revision and a.question is not null) as files
     from entries e join competitions k on k.id = e.competition_id join categories c on c.id = e.category_id
       join organizations o on o.id = e.organization_id join regions r on r.id = e.region_id
     where e.competition_id = ? and ${condition}`,
    [competitionId, ...params],
  );
  return rows.map(rowOf);
}

const rowOf = (row: Stored): EntryRow => ({
  id: row.id,
  number: row.number,
  status: row.status,
  revision: row.revision,
  organizationId: row.organization_id,
  answers: row.answers,
  cells: {
    number: String(row.number),
    category: row.category,
    titleZh: row.title_zh ?? '',
    titleEn: row.title_en ?? '',
    organization: row.slug,
    organizationId: row.slug,
    organizationKind: row.kind,
    region: row.region,
    language: row.language,
    summaryZh: row.summary_zh ?? '',
    summaryEn: row.summary_en ?? '',
    startedOn: row.started_on ?? '',
    endedOn: row.ended_on ?? '',
    beneficiaries: row.beneficiaries ?? '',
    videoUrl: row.video_url ?? '',
    ...Object.fromEntries(row.sections.map(({ key, text }) => [`section.${key}`, text])),
    ...Object.fromEntries(
      row.answers.map(({ key, kind, value }) => [`answer.${key}`, kind === 'FILE' ? (row.files?.[key] ?? '') : value]),
    ),
    status: row.status,
    submittedAt: row.submitted_at,
  },
});

/** Columns in which a file is held against what is there already. */
export const isCompared = ({ kind, key }: Column): boolean =>
  kind !== 'readOnly' && kind !== 'slug' && kind !== 'organizationKind' && key !== 'number';
