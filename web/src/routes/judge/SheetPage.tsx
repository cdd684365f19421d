import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { EntryPictures } from '../../features/entries/EntryPictures';
import { EntrySections } from '../../features/entries/EntrySections';
import { EvidenceStrip } from '../../features/entries/EvidenceStrip';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { FinishedSheet } from '../../features/judging/sheet/FinishedSheet';
import { isDeclaring, isFinished } from '../../features/judging/sync/outbox';
import { SheetForm } from '../../features/judging/sheet/SheetForm';
import { SheetPanel } from '../../features/judging/sheet/SheetPanel';
import { SheetSummary } from '../../features/judging/overview/SheetSummary';
import { useOutbox, type Outbox } from '../../features/judging/sync/useOutbox';
import { useSheet } from '../../features/judging/sheet/useSheet';
import { SheetPageDocument, type SheetPageQuery } from '../../gql/SheetPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/time/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { useTimeLeft } from '../../ui/time/TimeLeft';
import { SheetHeader } from './SheetHeader';
import classes from './SheetPage.module.css';
import { useKeptQuery } from './useKeptQuery';
import { usePrefetch } from './usePrefetch';

type SheetPageAssignment = NonNullable<SheetPageQuery['assignment']>;

export function SheetPage() {
  return <SignedInOnly>{({ id }) => <LoadedSheet personId={id} />}</SignedInOnly>;
}

function LoadedSheet({ personId }: { personId: string }) {
  const { t } = useTranslation('judging');
  const { id = '' } = useParams();
  const outbox = useOutbox(personId);
  const [givenBackId, setGivenBackId] = useState<string>();
  // Over once another page is there.
  if (givenBackId !== undefined && givenBackId !== id) setGivenBackId(undefined);
  const sheet = outbox.sheet(id);
  // Until the next page is there, keys that are typed on must not reach it any more, whether or not the server knows.
  const isGivenBack = isDeclaring(sheet) || (givenBackId === id && !sheet?.refusal);
  const answer = useKeptQuery(SheetPageDocument, { id }, outbox.revision);
  // A change of language asks again; another sheet is another page.
  const data = answer.data ?? (answer.previousData?.assignment?.id === id ? answer.previousData : undefined);
  usePrefetch(data?.assignment?.ahead.map((one) => one.id) ?? []);
  if (!data) {
    return answer.error ? (
      <ErrorState kind={kindOf(answer.error)} onRetry={() => void answer.refetch()} />
    ) : (
      <PageSkeleton />
    );
  }
  if (!data.assignment || isGivenBack) {
    return (
      <Page title={t('gone.title')} heading="hidden">
        <EmptyState title={t('gone.title')} text={t('gone.text')}>
          <ButtonLink to="/judge">{t('gone.back')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return <Judging key={id} assignment={data.assignment} outbox={outbox} onGivenBack={() => setGivenBackId(id)} />;
}

interface JudgingProps {
  assignment: SheetPageAssignment;
  outbox: Outbox;
  onGivenBack: () => void;
}

function Judging({ assignment, outbox, onGivenBack }: JudgingProps) {
  const { t } = useTranslation('judging');
  const navigate = useNavigate();
  const { entry, stage, judge, rubric } = assignment;
  const { competition } = entry;
  const [isFresh, setFresh] = useState(false);
  const sheet = useSheet(assignment, rubric.criteria, outbox, {
    assignmentId: assignment.id,
    judgeId: judge.id,
    title: entry.title,
  });
  const { words: left, isOver } = useTimeLeft(stage.closesAt);
  const isSubmitted = assignment.status === 'SUBMITTED';
  const isOpen = stage.status === 'OPEN' && !isOver;
  const next = assignment.ahead.find(({ id, status }) => status !== 'SUBMITTED' && !isFinished(outbox.sheet(id)));
  const giveBack = (note: string) => {
    sheet.declareConflict(note);
    onGivenBack();
    void navigate(next ? `/judge/assignments/${next.id}` : '/judge', { replace: true });
  };

  const evidence = (
    <Stack gap={3} className={classes.evidence}>
      <h3>{t('sheet.evidence')}</h3>
      <EvidenceStrip entry={entry} />
    </Stack>
  );
  return (
    <Page title={entry.title} heading="inContent">
      <div className={classes.columns}>
        <Stack gap={12}>
          <SheetHeader assignment={assignment} outbox={outbox} left={isOpen ? left : null} />
          <EntrySections
            entry={entry}
            // Beside what came of it, as the forms call that.
            beside={{ outcomes: evidence, results: evidence }}
          />
          <EntryPictures entry={entry} />
        </Stack>
        <SheetPanel summary={<SheetSummary assignment={assignment} rubric={rubric} sheet={sheet} />}>
          {isSubmitted || sheet.isSubmitting ? (
            <FinishedSheet
              assignment={assignment}
              rubric={rubric}
              place={{ slug: competition.slug, stage: stage.kind, judgeCode: judge.code, entryNumber: entry.number }}
              sheet={sheet}
              outbox={outbox}
              timeZone={competition.timeZone}
              nextId={next?.id}
              isFresh={isFresh}
              onConflict={giveBack}
            />
          ) : isOpen ? (
            <SheetForm
              assignment={assignment}
              rubric={rubric}
              sheet={sheet}
              outbox={outbox}
              onSubmitted={() => setFresh(true)}
              onConflict={giveBack}
            />
          ) : (
            <Notice>
              {stage.status === 'UPCOMING' ? t('sheet.notYetOpen') : t('sheet.closed')}{' '}
              <DateTime
                value={stage.status === 'UPCOMING' ? stage.opensAt : stage.closesAt}
                timeZone={competition.timeZone}
              />
            </Notice>
          )}
        </SheetPanel>
      </div>
    </Page>
  );
}
