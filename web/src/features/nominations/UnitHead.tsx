import { useTranslation } from 'react-i18next';
import { Countdown } from '../../ui/time/Countdown';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Ring } from '../../ui/chart/Ring';
import classes from './Nominations.module.css';
import type { Unit } from './types';

interface Props {
  unit: Unit;
  timeZone: string;
  /** How many entries are on its list. */
  nominated: number;
  onEnd: () => void;
}

/** How full the list is, and how long there is. */
export function UnitHead({ unit, timeZone, nominated, onEnd }: Props) {
  const { t } = useTranslation('nominations');
  const left = unit.quota - nominated;
  return (
    <Row tone="raised" pad={5} gap={6}>
      <Ring done={nominated} total={unit.quota} label={t('head.filled', { nominated, quota: unit.quota })} />
      <Stack gap={1} className="soft grow">
        <p className={classes.big}>
          {unit.state === 'SUBMITTED'
            ? t('head.handedUp', { count: nominated })
            : left > 0
              ? t('head.left', { count: left })
              : t('head.full')}
        </p>
        <p>{t('head.received', { count: unit.received })}</p>
        {unit.state === 'OPEN' && (
          <Row as="p" gap={4} rowGap={1}>
            {t('head.closes')} <DateTime value={unit.closesAt} timeZone={timeZone} />
            <Countdown until={unit.closesAt} onEnd={onEnd} />
          </Row>
        )}
      </Stack>
    </Row>
  );
}
