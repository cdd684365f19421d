import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { kindOf } from '../apollo/errors';
import { CategoryTiles } from '../features/competitions/CategoryTiles';
import { CompetitionFigures } from '../features/competitions/CompetitionFigures';
import { CompetitionActionBar, CompetitionHero } from '../features/competitions/CompetitionHero';
import { CriteriaList } from '../features/competitions/CriteriaList';
import { ScoringRule } from '../features/scoring-rule/ScoringRule';
import { StageMoves } from '../features/competitions/StageMoves';
import { SubmissionRule } from '../features/competitions/SubmissionRule';
import { StoryList } from '../features/competitions/StoryList';
import { BallotRule } from '../features/voting/rule/BallotRule';
import { VoteBalance } from '../features/voting/rule/VoteBalance';
import { AwardList } from '../features/standings/AwardList';
import { CompetitionPageDocument } from '../gql/CompetitionPage';
import { Bars } from '../ui/chart/Bars';
import { ErrorState } from '../ui/ErrorState';
import { Page, Section } from '../ui/Page';
import { Paragraphs } from '../ui/text/Paragraphs';
import { PageSkeleton } from '../ui/Skeletons';
import { judgingStages } from '../words/judging-stages';

export function CompetitionPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation(['competitions', 'scoring-rule']);
  const { data, error, refetch } = useQuery(CompetitionPageDocument, { variables: { slug } });
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { competition } = data;
  if (!competition) return <ErrorState kind="notFound" />;

  const voting = competition.stages.find(({ kind }) => kind === 'VOTING');
  const regions = competition.entriesByRegion.filter(({ entries }) => entries > 0);
  return (
    <Page title={competition.name} heading="inContent">
      <CompetitionHero competition={competition} isPageHeading hasActionBar />
      {competition.stages.some(({ moves }) => moves.length > 0) && (
        <Section title={t('moves.title')} id="moves">
          <StageMoves stages={competition.stages} timeZone={competition.timeZone} />
        </Section>
      )}
      <Section title={t('about')} id="rules">
        <Paragraphs text={competition.description} />
      </Section>
      {competition.figures.entries > 0 && (
        <Section title={t('figures.title')}>
          <CompetitionFigures competition={competition} />
        </Section>
      )}
      {competition.stages.some(({ kind }) => kind === 'SUBMISSION') && (
        <Section title={t('submission.title')} id="submission">
          <SubmissionRule competition={competition} />
        </Section>
      )}
      {voting && (
        <Section title={t('vote.rule')} id="vote">
          <BallotRule competition={competition} />
        </Section>
      )}
      {voting && voting.status !== 'UPCOMING' && (
        <Section title={t('vote.balance')} id="balance">
          <VoteBalance slug={slug} />
        </Section>
      )}
      <Section title={t('categories')}>
        <CategoryTiles competition={competition} />
      </Section>
      <Section title={t('criteria.title')} aside={t('criteria.aside')}>
        <CriteriaList criteria={competition.criteria} />
      </Section>
      {judgingStages(competition).length > 0 && (
        <Section title={t('scoring-rule:title')} id="scoring-rule">
          <ScoringRule competition={competition} />
        </Section>
      )}
      {competition.awards.length > 0 && (
        <Section title={t('awards.title')}>
          <AwardList awards={competition.awards} />
        </Section>
      )}
      {regions.length > 0 && (
        <Section title={t('regions.title')}>
          <Bars
            bars={regions
              .toSorted((a, b) => b.entries - a.entries)
              .map(({ region, entries }) => ({ id: region.id, label: region.name, value: entries }))}
          />
        </Section>
      )}
      {competition.stories.length > 0 && (
        <Section title={t('stories')}>
          <StoryList competition={competition} />
        </Section>
      )}
      <CompetitionActionBar competition={competition} />
    </Page>
  );
}
