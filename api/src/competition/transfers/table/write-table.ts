import { stringify } from 'csv-stringify/sync';
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import type { Context } from '../../../core/context.ts';
import type { Locale } from '../../../core/locale.ts';
import { message } from '../../../core/messages.ts';
import { OrganizationKind } from '../../../people/organizations/index.ts';
import { Language } from '../../../work/projects/index.ts';
import { escapedForExcel, guarded } from './cell.ts';
import type { Column } from './columns.ts';
import type { EntryRow } from './entry-cells.ts';
import { guideRows } from './guide.ts';
import type { ShownNames } from './shown-names.ts';
import { kindWords, languageWords } from './words.ts';

const inWords = (
  names: { zh?: string | null | undefined; en?: string | null | undefined } | undefined,
  locale: Locale,
) => (locale === 'en' ? names?.en || names?.zh : names?.zh || names?.en) ?? '';

/** What stands in a cell, in the reader's language. */
export function shownCell(column: Column, { cells }: EntryRow, names: ShownNames, locale: Locale): string {
  const value = cells[column.key] ?? '';
  if (value === '') return '';
  switch (column.kind) {
    case 'category':
      return inWords(
        names.categories.find(({ key }) => key === value),
        locale,
      );
    case 'organization':
      return inWords(names.organizations.get(value), locale);
    case 'organizationKind':
      return kindWords(OrganizationKind[value as keyof typeof OrganizationKind], locale);
    case 'language':
      return languageWords(Language[value as keyof typeof Language], locale);
    case 'answer': {
      const option = column.question?.options.find(({ key }) => key === value);
      return option ? inWords(option, locale) : value;
    }
    case 'readOnly':
      return column.key === 'status'
        ? message(locale, `transfer.status.${value}` as 'transfer.status.SUBMITTED')
        : value;
    default:
      return value;
  }
}

const headerOf = (column: Column, locale: Locale) => column.names[locale];

/** For any program: UTF-8 with the mark by which a Chinese Excel knows it, and what would be a formula kept from being one. */
export function writeCsv(columns: readonly Column[], rows: readonly (readonly string[])[], locale: Locale): string {
  const isNumber = columns.map(({ question, kind }) => question?.kind === 'NUMBER' || kind === 'number');
  return stringify([columns.map((column) => headerOf(column, locale)), ...rows], {
    bom: true,
    record_delimiter: 'windows',
    // A line break alone is no end of a record, and still has to be quoted.
    quoted_match: /[\r\n;\t]/,
    cast: {
      // A negative number is no formula.
      string: (value, { column }) => (isNumber[Number(column)] && /^-?\d/.test(value) ? value : guarded(value)),
    },
  });
}

const wide: Partial<Record<Column['kind'], number>> = { text: 32, organization: 28, answer: 28, url: 28 };
const isLong = ({ section, most = 0 }: Column) => section !== undefined || most > 200;

/** For people: numbers and days as such, everything else as text, and a second sheet that says how to fill it in. */
export async function writeWorkbook(
  { locale }: Pick<Context, 'locale'>,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  names: ShownNames,
): Promise<Buffer> {
  const head: Row = columns.map((column) => ({
    value: `${headerOf(column, locale)}${column.isRequired ? ' *' : ''}`,
    fontWeight: 'bold',
    backgroundColor: column.kind === 'readOnly' ? '#eeeeee' : '#e3eee8',
    wrap: true,
    alignVertical: 'top',
  }));
  const body = rows.map((row): Row => row.map((text, index) => cellOf(columns[index], text)));
  const file = writeExcelFile([
    {
      data: [head, ...body],
      sheet: message(locale, 'transfer.sheet.entries'),
      columns: columns.map((column) => ({ width: isLong(column) ? 48 : (wide[column.kind] ?? 14) })),
      stickyRowsCount: 1,
      stickyColumnsCount: 3,
    },
    {
      data: guideRows(columns, names, locale).map((line, index): Row => {
        return line.map((value) => ({
          value,
          type: String,
          wrap: true,
          alignVertical: 'top',
          ...(index === 0 && { fontWeight: 'bold' }),
        }));
      }),
      sheet: message(locale, 'transfer.sheet.guide'),
      columns: [{ width: 28 }, { width: 12 }, { width: 90 }],
      stickyRowsCount: 1,
    },
  ]);
  return await file.toBuffer();
}

function cellOf(column: Column | undefined, text: string): Cell {
  if (!column || text === '') return null;
  const isNumber = column.kind === 'number' || column.question?.kind === 'NUMBER';
  // Only where nothing is lost: a spreadsheet keeps fifteen digits.
  if (isNumber && String(Number(text)) === text) return { value: Number(text), type: Number, alignVertical: 'top' };
  if (column.kind === 'date') {
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' };
  }
  return { value: escapedForExcel(text), type: String, wrap: isLong(column), alignVertical: 'top' };
}
