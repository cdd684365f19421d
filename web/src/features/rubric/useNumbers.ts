import { useLanguage } from '../../i18n/useLanguage';

/** How numbers are written here: shares with at most one decimal, the rest as exactly as they are kept. */
export function useNumbers() {
  const language = useLanguage();
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const exact = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return {
    percent: (hundredths: number) => share.format(hundredths / 100),
    plain: (decimal: string) => exact.format(Number(decimal)),
  };
}
