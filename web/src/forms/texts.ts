/** A text in both languages, as boxes hold it: empty instead of missing. */
export interface Texts {
  zh: string;
  en: string;
}

export const textsOf = (texts: { zh: string | null; en: string | null }): Texts => ({
  zh: texts.zh ?? '',
  en: texts.en ?? '',
});

export const noTexts: Texts = { zh: '', en: '' };

/** In the reader's language where it is written in that; otherwise in the other. */
export const textIn = (language: string, { zh, en }: Texts): string =>
  language === 'en' ? en.trim() || zh.trim() : zh.trim() || en.trim();
