import { useTranslation } from 'react-i18next';
import { Countdown } from '../../ui/Countdown';
import { DateTime } from '../../ui/DateTime';
import { Ring } from '../../ui/Ring';
import classes from './Nominations.module.css';
import type { Unit } from './types';

interface Props {
  unit: Unit;
  timeZone: string;
  /** On the list and, of these, handed up. */
  nominated: number;
  onEnd: () => void;
}

/** How full the list is, and how long there is. */
export function UnitHead({ unit, timeZone, nominated, onEnd }: Props) {
  const { t } = useTranslation('nominations');
  const left = unit.quota - nominated;
  return (
    <div className={classes.head}>
      <Ring done={nominated} total={unit.quota} label={t('head.filled', { nominated, quota: unit.quota })} />
      <div className={classes.headWords}>
        <p className={classes.big}>
          {unit.state === 'SUBMITTED'
            ? t('head.handedUp', { count: nominated })
            : left > 0
              ? t('head.left', { count: left })
              : t('head.full')}
        </p>
        <p>{t('head.received', { count: unit.received })}</p>
        {unit.state === 'OPEN' && (
          <p className={classes.time}>
            {t('head.closes')} <DateTime value={unit.closesAt} timeZone={timeZone} />
            <Countdown until={unit.closesAt} onEnd={onEnd} />
          </p>
        )}
      </div>
    </div>
  );
}
