import { useTranslation } from 'react-i18next';
import { DateTime } from '../../ui/time/DateTime';
import classes from './Nominations.module.css';
import type { Listed, Unit } from './types';

interface Props {
  unit: Unit;
  competition: { name: string; timeZone: string };
  listed: readonly Listed[];
}

/** The list on paper, with room for the stamp; on screen it is not there. */
export function PrintedList({ unit, competition, listed }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <section className={classes.paper} aria-hidden="true">
      <h1>{competition.name}</h1>
      <h2>{t('paper.title', { region: unit.region.name })}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('paper.rank')}</th>
            <th>{t('paper.number')}</th>
            <th>{t('paper.entry')}</th>
            <th>{t('paper.organization')}</th>
            <th>{t('paper.category')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ id, entry }, place) => (
            <tr key={id}>
              <td>{place + 1}</td>
              <td>{entry.number}</td>
              <td>{entry.title}</td>
              <td>{entry.organization?.name}</td>
              <td>{entry.category.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unit.list ? (
        <p>
          {t('paper.submitted')} <DateTime value={unit.list.submittedAt} timeZone={competition.timeZone} />
          <br />
          SHA-256 {unit.list.sha256}
        </p>
      ) : (
        <p>{t('paper.draft')}</p>
      )}
      <p className={classes.stamp}>{t('paper.stamp', { organization: unit.organization.name })}</p>
    </section>
  );
}
