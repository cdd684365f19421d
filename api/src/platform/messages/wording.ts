import type { Locale } from '../../core/locale.ts';
import type { Wording } from './built-in.ts';
import { messageKinds, type MessageKind, type Placeholder } from './message-kinds.ts';
import { paramInWords, type MessageParam } from './message-param.ts';

const pattern = /\{([^{}\s]*)\}/g;

/** What stands in braces in a wording, each once. */
export const placeholdersIn = ({ subject, body }: Wording): string[] => [
  ...new Set([...`${subject}\n${body}`.matchAll(pattern)].map((match) => match[1] ?? '')),
];

/** What is wrong with a wording: names that say nothing, and names that must be there and are not. */
export function checkWording(kind: MessageKind, wording: Wording): { unknown: string[]; missing: Placeholder[] } {
  const found = placeholdersIn(wording);
  const { placeholders, required } = messageKinds[kind];
  const known: readonly string[] = placeholders;
  return {
    unknown: found.filter((name) => !known.includes(name)),
    missing: (required as readonly Placeholder[]).filter((name) => !found.includes(name)),
  };
}

interface Rendered {
  subject: string;
  text: string;
  html: string;
}

// Line breaks end a header; the other controls have no place in one either.
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A message as it is sent. Values are put in once: what stands in braces in a value stays as it is. */
export function renderWording(
  wording: Wording,
  params: Partial<Record<string, MessageParam>>,
  locale: Locale,
  publicUrl: string,
): Rendered {
  const fill = (text: string, write: (value: string, name: string) => string) =>
    text.replace(pattern, (whole, name: string) => {
      const param = Object.hasOwn(params, name) ? params[name] : undefined;
      if (param === undefined) return whole;
      const value = paramInWords(param, locale, publicUrl);
      // Somebody's words cannot add lines that look like ours; a reason may have several.
      return write(name === 'reason' ? value : oneLine(value), name);
    });
  const text = fill(wording.body, (value) => value);
  const html = fill(escape(wording.body), (value, name) =>
    name === 'link' ? `<a href="${escape(value)}">${escape(value)}</a>` : escape(value),
  );
  return { subject: oneLine(fill(wording.subject, (value) => value)).slice(0, 200), text, html: page(html, locale) };
}

function page(html: string, locale: Locale): string {
  const paragraphs = html
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head>
<body style="font:16px/1.7 system-ui,sans-serif;color:#1d2a26;max-width:36em">
${paragraphs}
</body></html>`;
}
