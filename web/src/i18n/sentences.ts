/** Sentences that follow each other; Chinese puts nothing between them. */
export const sentences = (language: string, ...parts: (string | false)[]): string =>
  parts.filter((part) => part !== false).join(language === 'en' ? ' ' : '');
