import { useTranslation } from 'react-i18next';
import { useNow } from './clock';
import { timeLeft } from './time';

/** "1 h 10 min" by the server's clock, as words within a sentence. */
export function useTimeLeft(until: string): { words: string; isOver: boolean } {
  const { t } = useTranslation();
  const now = useNow(10_000);
  const left = timeLeft(until, now);
  const units =
    left.days > 0
      ? (['days', 'hours'] as const)
      : left.hours > 0
        ? (['hours', 'minutes'] as const)
        : (['minutes'] as const);
  const words = units.map((unit) => t(`duration.${unit}`, { count: left[unit] })).join(' ');
  return { words, isOver: Date.parse(until) <= now };
}
