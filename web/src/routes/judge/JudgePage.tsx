import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { isFinished } from '../../features/judging/sync/outbox';
import { OutboxState } from '../../features/judging/sync/OutboxState';
import { RefusedSheets } from '../../features/judging/sync/RefusedSheets';
import { Seat } from '../../features/judging/overview/Seat';
import { useOutbox } from '../../features/judging/sync/useOutbox';
import { JudgePageDocument, type JudgePageQuery } from '../../gql/JudgePage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { JudgeQueue } from './JudgeQueue';
import { MyMarksSection } from './MyMarksSection';
import { useKeptQuery } from './useKeptQuery';
import { usePrefetch } from './usePrefetch';

type Seats = NonNullable<JudgePageQuery['viewer']>['judgeSeats'];

export function JudgePage() {
  return <SignedInOnly>{({ id }) => <Evening personId={id} />}</SignedInOnly>;
}

/** What is to be marked, sample entries first, then what was begun, so that nothing is left half marked. */
const toDoOf = ({ begun, untouched }: Seats[number]) => {
  const all = [...begun.edges, ...untouched.edges].map(({ node }) => node);
  return [...all.filter(({ isAnchor }) => isAnchor), ...all.filter(({ isAnchor }) => !isAnchor)];
};

function Evening({ personId }: { personId: string }) {
  const { t } = useTranslation('judging');
  const outbox = useOutbox(personId);
  const { data, error, refetch } = useKeptQuery(JudgePageDocument, {}, outbox.revision);
  const seats = data?.viewer?.judgeSeats ?? [];
  const toDo = new Map(seats.map((seat) => [seat.id, toDoOf(seat).filter(({ id }) => !isFinished(outbox.sheet(id)))]));
  usePrefetch([...toDo.values()].flatMap((list) => list.slice(0, 10)).map(({ id }) => id));
  if (!data) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
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
      <RefusedSheets outbox={outbox} />
      {seats.map((seat) => (
        <Seat key={seat.id} seat={seat} nextId={toDo.get(seat.id)?.[0]?.id} outbox={outbox} />
      ))}
      {(outbox.sheets.length > 0 || outbox.savedAt !== undefined) && <OutboxState outbox={outbox} />}
      <Section title={t('queue.title')}>
        <JudgeQueue
          seats={seats.map(({ id, competition, panelName }) => ({ id, name: `${competition.name} · ${panelName}` }))}
          outbox={outbox}
        />
      </Section>
      <MyMarksSection seats={seats} outbox={outbox} />
    </Page>
  );
}
