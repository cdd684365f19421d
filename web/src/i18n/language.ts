export const languages = ['zh-CN', 'en'] as const;
export type LanguageTag = (typeof languages)[number];

const storageKey = 'laurel.language';

/** The nearest language that we speak, or undefined for none. */
function nearest(tag: string | null): LanguageTag | undefined {
  const lower = tag?.toLowerCase() ?? '';
  if (lower.startsWith('zh')) return 'zh-CN';
  if (lower.startsWith('en')) return 'en';
  return undefined;
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden; the choice then lasts for this visit only.
    return null;
  }
}

export function remember(language: LanguageTag): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // As above.
  }
}

/** A link's ?lang= wins over the reader's last choice, and that over the browser. */
export function detectLanguage(): LanguageTag {
  const asked = nearest(new URLSearchParams(location.search).get('lang'));
  if (asked) remember(asked);
  return asked ?? nearest(stored()) ?? navigator.languages.map(nearest).find((one) => one !== undefined) ?? 'en';
}
