import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../apollo/errors';
import { CategoryTiles } from '../features/competitions/CategoryTiles';
import { CompetitionFigures } from '../features/competitions/CompetitionFigures';
import { CompetitionActionBar, CompetitionHero } from '../features/competitions/CompetitionHero';
import { CompetitionList } from '../features/competitions/CompetitionList';
import { byUrgency, openStage } from '../features/competitions/main-action';
import { StoryList } from '../features/competitions/StoryList';
import { HomePageDocument } from '../gql/HomePage';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Stack } from '../ui/layout/Stack';
import { Page, Section } from '../ui/Page';
import { PageSkeleton } from '../ui/Skeletons';
import classes from './HomePage.module.css';

export function HomePage() {
  const { t } = useTranslation('competitions');
  const { data, error, refetch } = useQuery(HomePageDocument);
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;

  const competitions = data.competitions.edges.map(({ node }) => node);
  const running = competitions
    .filter(({ stages, resultsPublishedAt }) => openStage(stages) && !resultsPublishedAt)
    .toSorted(byUrgency);
  // Without a running one, the newest is worth the first place.
  const heroes = running.length > 0 ? running : competitions.slice(0, 1);
  const [first] = heroes;
  const others = competitions.filter((one) => !heroes.includes(one));

  return (
    <Page title="Laurel" heading="inContent">
      <Stack as="header" gap={2} className={classes.opening}>
        <h1>{t('home.title')}</h1>
        <p>{t('home.sentence')}</p>
      </Stack>
      {heroes.map((competition) => (
        <CompetitionHero key={competition.id} competition={competition} hasActionBar={competition === first} />
      ))}
      {!first && <EmptyState title={t('home.none')} text={t('home.noneText')} />}
      {first && (
        <>
          {first.figures.entries > 0 && (
            <Section title={t('figures.title')}>
              <CompetitionFigures competition={first} />
            </Section>
          )}
          <Section title={t('categories')}>
            <CategoryTiles competition={first} />
          </Section>
          {first.stories.length > 0 && (
            <Section title={t('stories')}>
              <StoryList competition={first} />
            </Section>
          )}
        </>
      )}
      {others.length > 0 && (
        <Section title={t('home.others')}>
          <CompetitionList competitions={others} />
        </Section>
      )}
      {first && <CompetitionActionBar competition={first} />}
    </Page>
  );
}
