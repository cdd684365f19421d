import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DaysChart } from '../../features/organizing/DaysChart';
import { TodayPanel } from '../../features/organizing/TodayPanel';
import { OrganizedDaysDocument } from '../../gql/OrganizedDays';
import { Columns } from '../../ui/layout/Columns';
import { Page, Section } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { StatFigure, StatFigures } from '../../ui/chart/StatFigure';
import { useSlug, WithOrganized } from './organized';

/** What needs an organizer today, then the next deadline and the figures. */
export function TodayPage() {
  const { t } = useTranslation('organizing');
  const slug = useSlug();
  const { data, loading } = useQuery(OrganizedDaysDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
    context: { staysOnPage: true },
  });
  const desk = data?.competition?.desk;
  return (
    <WithOrganized>
      {(competition) => (
        <Page title={t('today.title')}>
          <TodayPanel competition={competition} />
          <Section title={t('figures.title')}>
            <StatFigures>
              <StatFigure
                label={<Link to={`/organize/${slug}/entries`}>{t('figures.entries')}</Link>}
                value={competition.figures.entries}
              />
              <StatFigure
                label={<Link to={`/organize/${slug}/vote`}>{t('figures.votes')}</Link>}
                value={competition.figures.votes}
              />
              <StatFigure
                label={<Link to={`/organize/${slug}/ranking`}>{t('figures.shortlisted')}</Link>}
                value={competition.figures.shortlisted}
              />
            </StatFigures>
            {desk ? (
              <Columns from="desk" gap={4} align="start">
                <DaysChart what="entries" days={desk.entriesByDay} />
                <DaysChart what="votes" days={desk.votesByDay} />
              </Columns>
            ) : (
              loading && <Skeleton height={360} />
            )}
          </Section>
        </Page>
      )}
    </WithOrganized>
  );
}
