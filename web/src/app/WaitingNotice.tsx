import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchLine, type Place } from '../apollo/waiting-line';
import classes from './Layout.module.css';

/** Where what the page has asked for stands in line, while the server is full; it goes on by itself. */
export function WaitingNotice() {
  const { t } = useTranslation();
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => watchLine(setPlace), []);
  return (
    <div role="status">
      {place && (
        <p className={classes.offline}>
          {t('waiting.crowd')} {place.ahead ? t('waiting.ahead', { count: place.ahead }) : ''} {t('waiting.itself')}
        </p>
      )}
    </div>
  );
}
