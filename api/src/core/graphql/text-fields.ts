import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { LocalizedText } from './localized-text.ts';

/** Descriptions in the schema: of the text in the reader's language, and of both texts as they were written. */
interface Described {
  shown?: string;
  texts?: string;
}

type TextsOf<T> = { [K in keyof T as T[K] extends LocalizedText ? K : never]?: Described };

/** A resolver of texts in two languages: `name` in the reader's own, and `nameTexts` with both, for editing. */
export function textFields<T extends object>(type: new () => T, texts: TextsOf<T>): new () => object {
  class TextFields {
    [name: string]: (row: T, context: Context) => string | LocalizedText;
  }
  const { prototype } = TextFields;
  for (const [name, { shown, texts: both }] of Object.entries<Described>(texts as Record<string, Described>)) {
    const textOf = (row: T) => row[name as keyof T] as LocalizedText;
    prototype[name] = (row, { locale }) => textOf(row).in(locale);
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    FieldResolver(() => String, { description: shown })(prototype, name, {});
    const written = `${name}Texts`;
    prototype[written] = textOf;
    Root()(prototype, written, 0);
    FieldResolver(() => LocalizedText, { description: both })(prototype, written, {});
  }
  Resolver(() => type)(TextFields);
  return TextFields;
}
