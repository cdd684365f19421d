import { useLanguage } from '../../i18n/useLanguage';
import { useNow } from './clock';
import { formatDay, formatDays, formatInstant, formatToTheSecond } from './time';

interface Props {
  value: string;
  timeZone: string;
  /** The day alone, where the hour does not matter. */
  isDay?: boolean;
  /** To the second, for the record. */
  isExact?: boolean;
}

export function DateTime({ value, timeZone, isDay = false, isExact = false }: Props) {
  const language = useLanguage();
  const now = useNow(3_600_000);
  const format = isDay ? formatDay : isExact ? formatToTheSecond : formatInstant;
  return <time dateTime={value}>{format(value, { language, timeZone, now })}</time>;
}

/** From one day to another, for where the hour does not matter. */
export function DateRange({ from, to, timeZone }: { from: string; to: string; timeZone: string }) {
  const language = useLanguage();
  const now = useNow(3_600_000);
  return <span>{formatDays(from, to, { language, timeZone, now })}</span>;
}

/** An instant as words for the middle of a sentence. */
export function useInstantWords(): (value: string, timeZone: string) => string {
  const language = useLanguage();
  const now = useNow(3_600_000);
  return (value, timeZone) => formatInstant(value, { language, timeZone, now });
}
