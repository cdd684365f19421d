import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import type { Line } from './robustness';

/** What a line of the ranking is, how firm it stands, and on whom it depends. */
export function useLineWords() {
  const { t } = useTranslation('explain');
  const list = new Intl.ListFormat(useLanguage());
  return {
    stands: ({ line, unchanged, ways }: Line) => t(`robustness.stands.${line}`, { unchanged, count: ways }),
    depends: ({ line, judgeCodes, methods }: Line): string => {
      const causes = [
        ...judgeCodes.map((code) => t('robustness.judge', { code })),
        ...(methods.length > 0 ? [t('robustness.methods', { count: methods.length })] : []),
      ];
      return causes.length === 0 ? '' : t(`robustness.depends.${line}`, { causes: list.format(causes.slice(0, 4)) });
    },
  };
}
