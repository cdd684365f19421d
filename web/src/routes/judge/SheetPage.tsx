import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { EntrySections } from '../../features/entries/EntrySections';
import { EvidenceStrip } from '../../features/entries/EvidenceStrip';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { FinishedSheet } from '../../features/judging/FinishedSheet';
import { missingMarks, totalOf } from '../../features/judging/sheet';
import { SheetForm } from '../../features/judging/SheetForm';
import { SheetPanel } from '../../features/judging/SheetPanel';
import { useSheet } from '../../features/judging/useSheet';
import { SheetPageDocument, type SheetPageQuery } from '../../gql/SheetPage';
import { twoDecimals } from '../../ui/decimals';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { useTimeLeft } from '../../ui/TimeLeft';
import classes from './SheetPage.module.css';

type Assignment = NonNullable<SheetPageQuery['assignment']>;

export function SheetPage() {
  return <SignedInOnly>{() => <LoadedSheet />}</SignedInOnly>;
}

function LoadedSheet() {
  const { t } = useTranslation('judging');
  const { id = '' } = useParams();
  const answer = useQuery(SheetPageDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  // A change of language asks again; another sheet is another page.
  const data = answer.data ?? (answer.previousData?.assignment?.id === id ? answer.previousData : undefined);
  if (!data) {
    return answer.error ? (
      <ErrorState kind={kindOf(answer.error)} onRetry={() => void answer.refetch()} />
    ) : (
      <PageSkeleton />
    );
  }
  if (!data.assignment) {
    return (
      <Page title={t('gone.title')} heading="hidden">
        <EmptyState title={t('gone.title')} text={t('gone.text')}>
          <ButtonLink to="/judge">{t('gone.back')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return <Judging key={id} assignment={data.assignment} onChanged={() => void answer.refetch()} />;
}

function Judging({ assignment, onChanged }: { assignment: Assignment; onChanged: () => void }) {
  const { t } = useTranslation('judging');
  const { entry, stage, judge } = assignment;
  const { competition } = entry;
  const { criteria } = competition;
  const [isFresh, setFresh] = useState(false);
  const sheet = useSheet(assignment, criteria, onChanged);
  const { words: left, isOver } = useTimeLeft(stage.closesAt);
  const isSubmitted = assignment.status === 'SUBMITTED';
  const isOpen = stage.status === 'OPEN' && !isOver;
  const marked = criteria.length - missingMarks(sheet.draft, criteria).length;
  const progress = t('sheet.place', { done: judge.progress.submitted, total: judge.progress.assigned });

  return (
    <Page title={entry.title} heading="inContent">
      <div className={classes.columns}>
        <div className={classes.reading}>
          <header className={classes.header}>
            <p className={classes.eyebrow}>
              <Link to="/judge">{t('title')}</Link>
              <span>{progress}</span>
              {isOpen && <span>{t('seat.left', { left })}</span>}
              {competition.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
            </p>
            <h1 className={classes.title}>{entry.title}</h1>
            <p className={classes.facts}>
              {[
                t('sheet.entryLine', { number: entry.number, category: entry.category.name }),
                entry.organization?.name,
                entry.region?.name,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </header>
          <EntrySections entry={entry} />
          <Section title={t('sheet.evidence')}>
            <EvidenceStrip entry={entry} />
          </Section>
        </div>
        <SheetPanel
          summary={
            isSubmitted ? (
              <>
                <b>{t('finished.title')}</b> {assignment.total && twoDecimals(assignment.total)}
              </>
            ) : (
              <>
                <b>{totalOf(sheet.draft, criteria) ?? '–'}</b> · {t('sheet.marked', { marked, total: criteria.length })}
              </>
            )
          }
        >
          {isSubmitted ? (
            <FinishedSheet
              assignment={assignment}
              criteria={criteria}
              timeZone={competition.timeZone}
              nextId={assignment.next?.id}
              isFresh={isFresh}
            />
          ) : isOpen ? (
            <SheetForm
              assignment={assignment}
              criteria={criteria}
              sheet={sheet}
              onSubmitted={() => {
                setFresh(true);
                onChanged();
              }}
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
