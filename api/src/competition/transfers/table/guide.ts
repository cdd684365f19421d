import type { Locale } from '../../../core/locale.ts';
import { message, type MessageKey } from '../../../core/messages.ts';
import { OrganizationKind } from '../../../people/organizations/index.ts';
import type { Column } from './columns.ts';
import { kindWords } from './words.ts';
import type { ShownNames } from './shown-names.ts';

/** The sheet that says how to fill a table in: each column with whether it must be filled, and what may stand in it. */
export function guideRows(columns: readonly Column[], { categories }: ShownNames, locale: Locale): string[][] {
  const say = (key: MessageKey, values: Record<string, unknown> = {}) => message(locale, key, values);
  const listed = new Intl.ListFormat(locale, { type: 'disjunction' });
  const named = ({ zh, en }: { zh?: string | null | undefined; en?: string | null | undefined }) =>
    (locale === 'en' ? en || zh : zh || en) ?? '';
  const meaning = (column: Column): string => {
    const { kind, question, most, section } = column;
    if (question) {
      const parts = [
        question.help.in(locale),
        question.category
          ? say('transfer.guide.onlyIn', {
              category: named(categories.find(({ id }) => id === question.category?.id) ?? {}),
            })
          : '',
        question.kind === 'CHOICE'
          ? say('transfer.guide.oneOf', { values: listed.format(question.options.map(named)) })
          : '',
        question.kind === 'NUMBER' ? say('transfer.guide.answerNumber', { unit: question.unit.in(locale) }).trim() : '',
        question.kind === 'FILE' ? say('transfer.guide.file') : '',
        question.kind === 'TEXT' ? say('transfer.guide.most', { most: question.maxLength ?? 2000 }) : '',
      ];
      return parts.filter(Boolean).join(' ');
    }
    if (section) return `${section.prompt.in(locale)} ${say('transfer.guide.most', { most })}`;
    if (kind === 'category') return say('transfer.guide.oneOf', { values: listed.format(categories.map(named)) });
    if (kind === 'organizationKind') {
      return say('transfer.guide.organizationKind', {
        values: listed.format(Object.values(OrganizationKind).map((one) => kindWords(one, locale))),
      });
    }
    if (kind === 'readOnly') return say('transfer.guide.told');
    if (kind === 'text')
      return say(column.key.startsWith('title') ? 'transfer.guide.title' : 'transfer.guide.most', { most });
    return say(`transfer.guide.${kind}` as MessageKey, { most });
  };
  return [
    [say('transfer.guide.head.column'), say('transfer.guide.head.required'), say('transfer.guide.head.meaning')],
    ...columns.map((column) => [
      column.names[locale],
      column.isRequired ? say('transfer.guide.yes') : '',
      meaning(column).replaceAll(/\s*\n+\s*/g, ' '),
    ]),
  ];
}
