import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from './clock';
import classes from './Countdown.module.css';
import { timeLeft } from './time';

interface Props {
  until: string;
  /** Called once when nothing is left. */
  onEnd?: () => void;
}

/**
 * What is left by the server's clock. The two largest parts are enough while
 * days remain; the last day counts every second.
 */
export function Countdown({ until, onEnd }: Props) {
  const { t } = useTranslation();
  const now = useNow(1000);
  const left = timeLeft(until, now);
  const isOver = now >= Date.parse(until);
  const ended = useRef(isOver ? until : null);
  useEffect(() => {
    if (!isOver || ended.current === until) return;
    ended.current = until;
    onEnd?.();
  }, [isOver, onEnd, until]);
  const units = left.days > 0 ? (['days', 'hours', 'minutes'] as const) : (['hours', 'minutes', 'seconds'] as const);
  const words = units
    .slice(0, 2)
    .map((unit) => t(`duration.${unit}`, { count: left[unit] }))
    .join(' ');
  return (
    <span className={classes.countdown} role="timer" aria-label={words}>
      {units.map((unit) => (
        <span key={unit} className={classes.part} aria-hidden="true">
          <b>{String(left[unit]).padStart(unit === 'days' ? 1 : 2, '0')}</b>
          <small>{t(`units.${unit}`, { count: left[unit] })}</small>
        </span>
      ))}
    </span>
  );
}
