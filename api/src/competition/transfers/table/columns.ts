import { limits } from '@laurel/schema/limits';
import type { Bilingual } from '../../../core/graphql/localized-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Question } from '../../competitions/index.ts';
import type { FormSection } from '../../../work/forms/index.ts';

/** How the cells of a column are read. */
type ColumnKind =
  | 'number'
  | 'category'
  | 'text'
  | 'organization'
  | 'slug'
  | 'organizationKind'
  | 'region'
  | 'language'
  | 'date'
  | 'url'
  | 'answer'
  /** Written for people, and ignored when the file is read. */
  | 'readOnly';

export interface Column {
  /** Stands in headers as well as the names do: `titleZh`, `section.needs`, `answer.insured`. */
  key: string;
  kind: ColumnKind;
  names: Record<Locale, string>;
  isRequired: boolean;
  /** Characters at most, where it is a text. */
  most?: number;
  section?: FormSection;
  question?: Question;
}

const named = (zh: string, en: string): Record<Locale, string> => ({ 'zh-CN': zh, en });
const plain = (key: string, kind: ColumnKind, zh: string, en: string, rest: Partial<Column> = {}): Column => ({
  key,
  kind,
  names: named(zh, en),
  isRequired: false,
  ...rest,
});

const first: readonly Column[] = [
  plain('number', 'number', '编号', 'No.'),
  plain('category', 'category', '类别', 'Category', { isRequired: true }),
  plain('titleZh', 'text', '名称（中文）', 'Title (Chinese)', { most: limits.title }),
  plain('titleEn', 'text', '名称（英文）', 'Title (English)', { most: limits.titleEn }),
  plain('organization', 'organization', '单位', 'Organization', { isRequired: true }),
  plain('organizationId', 'slug', '单位代号', 'Organization ID'),
  plain('organizationKind', 'organizationKind', '单位类型', 'Kind of organization'),
  plain('region', 'region', '地区代码', 'Region code', { isRequired: true }),
  plain('language', 'language', '正文语言', 'Language of the text'),
  plain('summaryZh', 'text', '简介（中文）', 'Summary (Chinese)', { most: limits.summary }),
  plain('summaryEn', 'text', '简介（英文）', 'Summary (English)', { most: limits.summaryEn }),
  plain('startedOn', 'date', '开始日期', 'Started on'),
  plain('endedOn', 'date', '结束日期', 'Ended on'),
  plain('beneficiaries', 'text', '受益人群', 'Whom it serves', { most: limits.beneficiaries }),
  plain('videoUrl', 'url', '视频链接', 'Film', { most: limits.url }),
];

const last: readonly Column[] = [
  plain('status', 'readOnly', '状态', 'Status'),
  plain('submittedAt', 'readOnly', '提交时间', 'Handed in at'),
];

/** The columns of a competition's table, in their order: the same for what goes out and what comes in. */
export function columnsOf(sections: readonly FormSection[], questions: readonly Question[]): Column[] {
  const both = ({ zh, en }: Bilingual) => named((zh ?? en) || '', (en ?? zh) || '');
  const columns: Column[] = [
    ...first,
    ...sections.map((section): Column => {
      const { key, name, isRequired, maxLength } = section;
      return { key: `section.${key}`, kind: 'text', names: both(name), isRequired, most: maxLength, section };
    }),
    ...questions.map((question): Column => {
      const { key, prompt, isRequired } = question;
      return { key: `answer.${key}`, kind: 'answer', names: both(prompt), isRequired, question };
    }),
    ...last,
  ];
  // What a question asks may be what a section is called; then the key tells them apart.
  const taken = new Set<string>();
  for (const column of columns) {
    for (const locale of ['zh-CN', 'en'] as const) {
      if (taken.has(foldedHeader(column.names[locale]))) column.names = distinguished(column);
    }
    for (const name of Object.values(column.names)) taken.add(foldedHeader(name));
  }
  return columns;
}

const distinguished = ({ names, key }: Column) => named(`${names['zh-CN']} [${key}]`, `${names.en} [${key}]`);

/** Headers are compared without width, case, spaces and the star that marks what is required. */
const foldedHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*＊]+/g, '');

/** The column that a header means, in either language or by its key. */
export function columnFinder(columns: readonly Column[]): (header: string) => Column | undefined {
  const known = new Map(
    columns.flatMap((column) =>
      [column.key, ...Object.values(column.names)].map((name) => [foldedHeader(name), column] as const),
    ),
  );
  return (header) => known.get(foldedHeader(header));
}
