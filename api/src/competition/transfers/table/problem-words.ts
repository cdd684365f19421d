import type { Locale } from '../../../core/locale.ts';
import { message, type MessageKey } from '../../../core/messages.ts';
import { lettersOf } from './cell.ts';
import type { Problem } from './problem.ts';

/** What is wrong, in a sentence. */
export function problemInWords({ kind, values, header }: Omit<Problem, 'row' | 'column'>, locale: Locale): string {
  const { like, status, ...rest } = values;
  const sentence = message(locale, `transfer.problem.${kind}` as MessageKey, {
    ...rest,
    header: header ?? '',
    name: values[locale === 'en' ? 'name.en' : 'name.zh'] ?? values['name'],
    ...(status !== undefined && { status: message(locale, `transfer.status.${String(status)}` as MessageKey) }),
  });
  return like === undefined
    ? sentence
    : `${sentence}${locale === 'en' ? ' ' : ''}${message(locale, 'transfer.didYouMean', { like })}`;
}

/** Where it is: `row 12, column F (Title (English))`. */
export function placeInWords({ row, column, header }: Problem, locale: Locale): string {
  if (row === null) return message(locale, 'transfer.place.file');
  if (column === null)
    return message(locale, header === null ? 'transfer.place.row' : 'transfer.place.rowAndHeader', { row, header });
  return message(locale, header ? 'transfer.place.cellWithHeader' : 'transfer.place.cell', {
    row,
    letters: lettersOf(column),
    header,
  });
}
