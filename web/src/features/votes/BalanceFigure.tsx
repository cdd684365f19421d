import { useTranslation } from 'react-i18next';
import type { Balance_balanceFragment } from '../../gql/Balance_balance';
import { sentences } from '../../i18n/sentences';
import { useLanguage } from '../../i18n/useLanguage';
import { DataTable } from '../../ui/layout/DataTable';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import classes from './BalanceFigure.module.css';

interface Props {
  balance: Balance_balanceFragment;
}

const states = ['counted', 'held', 'voided'] as const;
const columns = ['cast', ...states] as const;

/** Cast = counted + held + voided: the sum that must always come out, to be read and to be read aloud. */
export function BalanceFigure({ balance }: Props) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const { cast, counted, held, voided, retracted, days, reasons } = balance;
  const dayName = (day: string) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return (
    <Card as="section" tone="raised" gap={4} pad={5} aria-label={t('balance.title')}>
      <div className={classes.sum}>
        <Term state="cast" value={cast} />
        <span className={classes.sign}>=</span>
        <Term state="counted" value={counted} />
        <span className={classes.sign}>+</span>
        <Term state="held" value={held} />
        <span className={classes.sign}>+</span>
        <Term state="voided" value={voided} />
      </div>
      <Strip parts={balance} />
      <p className="large reading">
        {sentences(
          language,
          t('balance.aloud', { cast, counted, held, voided }),
          retracted > 0 && t('balance.retracted', { count: retracted }),
        )}
      </p>
      {reasons.length > 0 && (
        <Stack gap={1}>
          <h3>{t('balance.byReason')}</h3>
          <Stack as="ul" className="lined">
            {reasons.map(({ code, label, held: heldFor, voided: voidedFor }) => (
              <Row as="li" key={code} justify="between" gap={4} rowGap={0}>
                <span>{label}</span>
                <Row as="span" gap={4} rowGap={0} className="tabular">
                  {heldFor > 0 && <span className="gold">{t('balance.heldFor', { count: heldFor })}</span>}
                  {voidedFor > 0 && <span className="bad">{t('balance.voidedFor', { count: voidedFor })}</span>}
                </Row>
              </Row>
            ))}
          </Stack>
        </Stack>
      )}
      {days.length > 0 && (
        <details className={classes.days}>
          <summary className="small">{t('balance.byDay')}</summary>
          <DataTable
            label={t('balance.byDay')}
            columns={[t('balance.day'), ...columns.map((state) => t(`balance.${state}`)), '']}
            rows={days.map((day) => [
              dayName(day.day),
              ...columns.map((state) => number.format(day[state])),
              <Strip key="strip" parts={day} />,
            ])}
          />
        </details>
      )}
    </Card>
  );
}

function Term({ state, value }: { state: (typeof columns)[number]; value: number }) {
  const { t } = useTranslation('votes');
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <span className={classes.term} data-state={state}>
      <b>{number.format(value)}</b> <span>{t(`balance.${state}`)}</span>
    </span>
  );
}

/** The parts of the sum side by side; a part that is there is never too thin to be seen. */
function Strip({ parts }: { parts: Record<(typeof states)[number], number> }) {
  return (
    <span className={classes.strip} aria-hidden="true">
      {states.map(
        (state) => parts[state] > 0 && <span key={state} data-state={state} style={{ flexGrow: parts[state] }} />,
      )}
    </span>
  );
}
