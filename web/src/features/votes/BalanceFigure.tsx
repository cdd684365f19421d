import { useTranslation } from 'react-i18next';
import type { Balance_balanceFragment } from '../../gql/Balance_balance';
import { sentences } from '../../i18n/sentences';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './BalanceFigure.module.css';

interface Props {
  balance: Balance_balanceFragment;
}

const states = ['counted', 'held', 'voided'] as const;

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
    <section className={classes.balance} aria-label={t('balance.title')}>
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
      <p className={classes.aloud}>
        {sentences(
          language,
          t('balance.aloud', { cast, counted, held, voided }),
          retracted > 0 && t('balance.retracted', { count: retracted }),
        )}
      </p>
      {reasons.length > 0 && (
        <div className={classes.reasons}>
          <h3>{t('balance.byReason')}</h3>
          <ul>
            {reasons.map(({ code, label, held: heldFor, voided: voidedFor }) => (
              <li key={code}>
                <span>{label}</span>
                <span className={classes.figures}>
                  {heldFor > 0 && <span data-state="held">{t('balance.heldFor', { count: heldFor })}</span>}
                  {voidedFor > 0 && <span data-state="voided">{t('balance.voidedFor', { count: voidedFor })}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {days.length > 0 && (
        <details className={classes.days}>
          <summary>{t('balance.byDay')}</summary>
          <div className={classes.scroller} tabIndex={0} role="group" aria-label={t('balance.byDay')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('balance.day')}</th>
                  {(['cast', ...states] as const).map((state) => (
                    <th key={state} scope="col">
                      {t(`balance.${state}`)}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day.day}>
                    <th scope="row">{dayName(day.day)}</th>
                    {(['cast', ...states] as const).map((state) => (
                      <td key={state}>{number.format(day[state])}</td>
                    ))}
                    <td className={classes.stripCell}>
                      <Strip parts={day} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}

function Term({ state, value }: { state: 'cast' | (typeof states)[number]; value: number }) {
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
