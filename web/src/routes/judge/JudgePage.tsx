import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { Seat } from '../../features/judging/Seat';
import { JudgePageDocument } from '../../gql/JudgePage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { JudgeQueue } from './JudgeQueue';

export function JudgePage() {
  return <SignedInOnly>{() => <Seats />}</SignedInOnly>;
}

function Seats() {
  const { t } = useTranslation('judging');
  const { data, error, refetch } = useQuery(JudgePageDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const seats = data.viewer?.judgeSeats ?? [];
  if (seats.length === 0) {
    return (
      <Page title={t('title')} heading="hidden">
        <EmptyState title={t('noSeat.title')} text={t('noSeat.text')}>
          <ButtonLink to="/">{t('noSeat.home')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('title')}>
      {seats.map((seat) => {
        // What was begun comes first, so that nothing is left half marked.
        const next = seat.begun.edges[0] ?? seat.untouched.edges[0];
        return <Seat key={seat.id} seat={seat} nextId={next?.node.id} />;
      })}
      <Section title={t('queue.title')}>
        <JudgeQueue
          seats={seats.map(({ id, competition, panelName }) => ({ id, name: `${competition.name} · ${panelName}` }))}
        />
      </Section>
    </Page>
  );
}
