import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { Locale } from '../locale.ts';

@InputType('LocalizedTextInput', { description: 'A short text in Chinese, in English, or in both.' })
@ObjectType('LocalizedText', { description: 'A short text in Chinese, in English, or in both.' })
@Embeddable()
export class LocalizedText {
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  zh?: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  en?: string | null;

  static of(text: { zh?: string | null | undefined; en?: string | null | undefined }): LocalizedText {
    return Object.assign(new LocalizedText(), { zh: text.zh?.trim() || null, en: text.en?.trim() || null });
  }

  /** The text for a reader: their language, or else the other one. Empty only where nothing was written yet. */
  in(locale: Locale): string {
    return (locale === 'en' ? this.en || this.zh : this.zh || this.en) ?? '';
  }
}

/** What callers write: the two texts alone. */
export type Bilingual = Pick<LocalizedText, 'zh' | 'en'>;

/** The check that a row has the text in at least one language. */
export const hasText = (prefix: string): string => `${prefix}_zh is not null or ${prefix}_en is not null`;
