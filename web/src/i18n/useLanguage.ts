import { useTranslation } from 'react-i18next';
import type { LanguageTag } from './language';

export function useLanguage(): LanguageTag {
  const { i18n } = useTranslation();
  return i18n.language as LanguageTag;
}
