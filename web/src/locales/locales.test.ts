import { describe, expect, it } from 'vitest';
import { namespaces } from '../i18n/i18n';
import { languages } from '../i18n/language';

type Words = { [key: string]: string | Words };

const files = import.meta.glob<Words>('./*/*.json', {
  import: 'default',
  eager: true,
});
const sources = Object.values(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../gql/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');

function flatten(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Chinese has one plural form and English two, so the ending is set aside. */
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

const variables = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}|<\/?(\w+)>/g)].map((match) => match[1] ?? `<${match[2]}>`).toSorted();

const read = (language: string, namespace: string) => flatten(files[`./${language}/${namespace}.json`] ?? {});

describe.each(namespaces)('the words of %s', (namespace) => {
  const [zh, en] = languages.map((language) => read(language, namespace));

  it('has every key in both languages', () => {
    const keys = (words = new Map<string, string>()) => [...new Set([...words.keys()].map(base))].toSorted();
    expect(keys(zh)).toEqual(keys(en));
  });

  it('leaves nothing empty', () => {
    const empty = [...(zh ?? []), ...(en ?? [])].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('names the same variables in both languages', () => {
    const differing = [...(en ?? [])].filter(([key, text]) => {
      // "One vote left" needs no number, so the singular may leave it out.
      if (key.endsWith('_one') || key.endsWith('_zero')) return false;
      return String(variables(text)) !== String(variables(zh?.get(key) ?? ''));
    });
    expect(differing).toEqual([]);
  });

  it('keeps no words that no page uses', () => {
    const unused = [...new Set([...(en ?? new Map()).keys()].map(base))].filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });
});

/** A key is used when it is written out, or built from its leading part: `stages.${kind}`. */
function isUsed(key: string): boolean {
  if (new RegExp(`["'\`:]${key.replaceAll('.', '\\.')}["'\`]`).test(sources)) {
    return true;
  }
  const parts = key.split('.');
  return parts
    .slice(0, -1)
    .some((_, n) => new RegExp(`["'\`:]${parts.slice(0, n + 1).join('\\.')}\\.\\$\\{`).test(sources));
}
