import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './CompetitionList.module.css';

interface Item {
  id: string;
  slug: string;
  name: string;
  tagline: string;
  timeZone: string;
  resultsPublishedAt: string | null;
  stages: { status: string; opensAt: string }[];
}

/** Competitions that are over or still to come, a line each. */
export function CompetitionList({ competitions }: { competitions: Item[] }) {
  const { t } = useTranslation('competitions');
  return (
    <Stack as="ul">
      {competitions.map(({ id, slug, name, tagline, timeZone, resultsPublishedAt, stages }) => {
        const opensAt = stages.find(({ status }) => status === 'UPCOMING')?.opensAt;
        return (
          <Row as="li" gap={8} rowGap={1} justify="between" tone="ruled" padBlock={4} key={id}>
            <div>
              <Link to={`/c/${slug}`} className={classes.name}>
                {name}
              </Link>
              <p className="faint small">{tagline}</p>
            </div>
            <p className={classes.state}>
              {resultsPublishedAt ? (
                <Link to={`/c/${slug}/results`}>{t('actions.results')}</Link>
              ) : opensAt ? (
                <>
                  {t('opensAt')} <DateTime value={opensAt} timeZone={timeZone} isDay />
                </>
              ) : (
                t('over')
              )}
            </p>
          </Row>
        );
      })}
    </Stack>
  );
}
