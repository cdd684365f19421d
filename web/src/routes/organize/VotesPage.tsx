import { useTranslation } from 'react-i18next';
import { AttackGauge } from '../../features/votes/AttackGauge';
import { BalanceFigure } from '../../features/votes/BalanceFigure';
import { PageQuery } from '../../forms/PageQuery';
import type { Votes_competitionFragment } from '../../gql/Votes_competition';
import { VotesPageDocument } from '../../gql/VotesPage';
import { DateTime } from '../../ui/time/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { HeldVotes } from './HeldVotes';
import { useSlug } from './organized';
import { VoteCourse } from './VoteCourse';

/** The public vote as its organizers see it; renews itself while somebody looks. */
export function VotesPage() {
  const slug = useSlug();
  return (
    <PageQuery query={VotesPageDocument} variables={{ slug }} pick={({ competition }) => competition} poll={5000}>
      {(competition, { renew, isStale }) => (
        <Votes competition={competition} isStale={isStale} onChanged={() => void renew()} />
      )}
    </PageQuery>
  );
}

interface Props {
  competition: Votes_competitionFragment;
  isStale: boolean;
  onChanged: () => void;
}

function Votes({ competition, isStale, onChanged }: Props) {
  const { t } = useTranslation('votes');
  const { slug, timeZone, voteBalance, voteDesk, ballotRule } = competition;
  const stage = competition.stages.find(({ kind }) => kind === 'VOTING');
  const status = stage?.status ?? 'UPCOMING';
  const hasVotes = voteBalance.cast + voteBalance.retracted > 0;
  return (
    <Page
      title={t('title')}
      lead={
        stage && (
          <>
            {t(`stage.${status}`)}{' '}
            <DateTime value={status === 'UPCOMING' ? stage.opensAt : stage.closesAt} timeZone={timeZone} />
          </>
        )
      }
    >
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
