import i18n, { type BackendModule, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { detectLanguage, languages, remember, type LanguageTag } from './language';

export const namespaces = [
  'app',
  'forms',
  'identity',
  'competitions',
  'entries',
  'voting',
  'ballots',
  'projects',
  'transfers',
  'uploads',
  'deadlines',
  'receipts',
  'extensions',
  'organizations',
  'judging',
  'organizing',
  'review',
  'setup',
  'rehearsal',
  'votes',
  'ballot-rule',
  'rule-wizard',
  'scoring-rule',
  'scoring-wizard',
  'rubric',
  'panels',
  'explain',
  'jobs',
  'messages',
  'nominations',
] as const;
export type Namespace = (typeof namespaces)[number];

const files = import.meta.glob<ResourceLanguage>('../locales/*/*.json', {
  import: 'default',
});

/** Loads one namespace of one language, when a page first asks for it. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`No ${namespace} in ${language}`), null);
    load().then(
      (words) => done(null, words),
      (error: unknown) => done(error as Error, null),
    );
  },
};

export async function startI18n(): Promise<void> {
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: detectLanguage(),
      supportedLngs: [...languages],
      load: 'currentOnly',
      fallbackLng: false,
      ns: ['app'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
    });
}

/** Starts loading a page's words together with its code. */
export function preloadNamespaces(wanted: readonly Namespace[]): Promise<void> {
  return i18n.loadNamespaces([...wanted]);
}

/** Sends for words before anything is there to say them: what a page needs comes in one round and not in three. */
export function fetchWords(wanted: readonly Namespace[]): void {
  const language = detectLanguage();
  // What fails here is asked for again, and reported, when the page wants it.
  for (const namespace of wanted) files[`../locales/${language}/${namespace}.json`]?.().catch(() => undefined);
}

export async function switchLanguage(language: LanguageTag): Promise<void> {
  remember(language);
  await i18n.changeLanguage(language);
}

export const currentLanguage = (): LanguageTag => (i18n.language as LanguageTag | undefined) ?? 'en';
