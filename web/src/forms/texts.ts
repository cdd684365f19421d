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
