import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { AttackGauge } from '../../features/votes/AttackGauge';
import { BalanceFigure } from '../../features/votes/BalanceFigure';
import type { Votes_competitionFragment } from '../../gql/Votes_competition';
import { VotesPageDocument } from '../../gql/VotesPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { HeldVotes } from './HeldVotes';
import { OrganizersOnly } from './OrganizersOnly';
import { VoteCourse } from './VoteCourse';
import classes from './VotesPage.module.css';

/** The public vote as its organizers see it; renews itself while somebody looks. */
export function VotesPage() {
  return <OrganizersOnly>{(slug) => <LiveVotes slug={slug} />}</OrganizersOnly>;
}

function LiveVotes({ slug }: { slug: string }) {
  const { data, previousData, error, loading, refetch } = useQuery(VotesPageDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
    pollInterval: 5000,
    skipPollAttempt: () => document.hidden,
    context: { staysOnPage: true },
  });
  const competition = (data ?? previousData)?.competition;
  if (competition) {
    return <Votes competition={competition} isStale={error !== undefined} onChanged={() => void refetch()} />;
  }
  if (error) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  return loading ? <PageSkeleton /> : <ErrorState kind="notFound" />;
}

interface Props {
  competition: Votes_competitionFragment;
  isStale: boolean;
  onChanged: () => void;
}

function Votes({ competition, isStale, onChanged }: Props) {
  const { t } = useTranslation('votes');
  const { slug, name, timeZone, voteBalance, voteDesk, ballotRule } = competition;
  const stage = competition.stages.find(({ kind }) => kind === 'VOTING');
  const status = stage?.status ?? 'UPCOMING';
  const hasVotes = voteBalance.cast + voteBalance.retracted > 0;
  return (
    <Page
      title={t('title')}
      eyebrow={
        <>
          <Link to={`/organize/${slug}`}>{name}</Link>{' '}
          {competition.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </>
      }
      lead={
        stage && (
          <>
            {t(`stage.${status}`)}{' '}
            <DateTime value={status === 'UPCOMING' ? stage.opensAt : stage.closesAt} timeZone={timeZone} />
          </>
        )
      }
    >
      <p className={classes.links}>
        <ButtonLink to={`/organize/${slug}/ballot-rule`} variant="light">
          {t(status === 'UPCOMING' ? 'toWriteRule' : 'toReadRule')}
        </ButtonLink>
        <Link to={`/c/${slug}`}>{t('toCompetition')}</Link>
      </p>
      {isStale && <Notice tone="trouble">{t('stale')}</Notice>}
      {hasVotes ? (
        <Section title={t('balance.title')}>
          <BalanceFigure balance={voteBalance} />
        </Section>
      ) : (
        <EmptyState title={t('noVotes.title')} text={t(`noVotes.${status}`)} />
      )}
      {voteDesk && hasVotes && <HeldVotes competition={competition} onChanged={onChanged} />}
      <Section title={t('gauge.title')}>
        <AttackGauge slug={slug} rule={ballotRule} isFrozen={status !== 'UPCOMING'} />
      </Section>
      {voteDesk && hasVotes && (
        <Section title={t('course.title')}>
          <VoteCourse slug={slug} timeZone={timeZone} voters={voteDesk.voters} cast={voteBalance.cast} />
        </Section>
      )}
    </Page>
  );
}
