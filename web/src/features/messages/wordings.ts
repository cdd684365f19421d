import type { Language, MessageKind } from '../../gql/types';

export const addressOf = (slug: string, kind: MessageKind): string =>
  `/organize/${slug}/messages/${kind.toLowerCase().replaceAll('_', '-')}`;

export const kindIn = (part: string): string => part.toUpperCase().replaceAll('-', '_');

export const languagesOf = ['ZH_CN', 'EN'] as const satisfies readonly Language[];

export const languageIn = (address: string | null, own: string): Language => {
  if (address === 'en') return 'EN';
  if (address === 'zh') return 'ZH_CN';
  return own === 'en' ? 'EN' : 'ZH_CN';
};

/** The text with a placeholder where the cursor was, and where the cursor is then. */
export function insertAt(text: string, from: number, to: number, name: string): { text: string; cursor: number } {
  const inserted = `{${name}}`;
  return { text: text.slice(0, from) + inserted + text.slice(to), cursor: from + inserted.length };
}
