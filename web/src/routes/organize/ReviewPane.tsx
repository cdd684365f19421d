import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { EntryPictures } from '../../features/entries/EntryPictures';
import { EntrySections } from '../../features/entries/EntrySections';
import { EvidenceStrip } from '../../features/entries/EvidenceStrip';
import { ContinuationNote } from '../../features/review/ContinuationNote';
import { DecisionHistory } from '../../features/review/DecisionHistory';
import { DuplicateList } from '../../features/review/DuplicateList';
import { EarlierWin } from '../../features/review/EarlierWin';
import { ReviewNotes } from '../../features/review/ReviewNotes';
import { ReviewEntryDocument } from '../../gql/ReviewEntry';
import { ActionBar } from '../../ui/ActionBar';
import { DateTime } from '../../ui/DateTime';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { TextSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import type { Asking } from './ReviewDialogs';
import { deedsFor } from './review-deeds';
import classes from './ReviewPage.module.css';

const tones = {
  SUBMITTED: 'gold',
  RETURNED: 'seal',
  ACCEPTED: 'laurel',
  REJECTED: 'seal',
  WITHDRAWN: 'plain',
} as const;

interface Props {
  slug: string;
  number: number;
  isBusy: boolean;
  /** While many are selected, what is done is done to them. */
  isPicking: boolean;
  problem: string | undefined;
  /** Back to the list, where the list is another screen. */
  onBack: (() => void) | undefined;
  onAccept: () => void;
  onAsk: (asking: Asking) => void;
  onUndo: (decisionId: string) => Promise<boolean>;
}

/** One entry to read, and the decision at the bottom of the screen. */
export function ReviewPane({ slug, number, isBusy, isPicking, problem, onBack, onAccept, onAsk, onUndo }: Props) {
  const { t } = useTranslation('review');
  const { data, error, refetch } = useQuery(ReviewEntryDocument, {
    variables: { slug, number },
    fetchPolicy: 'cache-and-network',
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const isFollowUp = useRef(document.activeElement === document.body);
  const entry = data?.entry;
  useEffect(() => {
    // The button that was pressed is gone with the entry before; reading goes on at this title.
    if (entry && isFollowUp.current) heading.current?.focus({ preventScroll: true });
  }, [entry]);

  if (!entry) {
    if (error) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
    return data ? <ErrorState kind="notFound" /> : <TextSkeleton lines={10} />;
  }
  const { timeZone } = entry.competition;
  const deeds = isPicking ? [] : deedsFor(entry);
  return (
    <article className={classes.pane}>
      <header className={classes.head}>
        {onBack && (
          <Button
            variant="subtle"
            className={classes.back}
            leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
            onClick={onBack}
          >
            {t('back')}
          </Button>
        )}
        <p className={classes.facts}>
          <span>{t('number', { number: entry.number })}</span>
          <Tag tone={tones[entry.status]}>{t(`status.${entry.status}`)}</Tag>
          <span>{entry.category.name}</span>
        </p>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {entry.title}
        </h2>
        <p className={classes.facts}>
          {[entry.organization?.name, entry.region?.name, t('submittedAt')].filter(Boolean).join(' · ')}{' '}
          <DateTime value={entry.submittedAt} timeZone={timeZone} />
        </p>
        {entry.revision > 1 && (
          <Link className={classes.link} to={`/organize/${slug}/entries/${entry.number}/changes`}>
            {t('changes.link')}
          </Link>
        )}
      </header>
      <ReviewNotes entry={entry} timeZone={timeZone} onExtend={() => onAsk('EXTEND')} />
      {entry.rejectionReason && (
        <Notice tone="trouble">{t('rejectedBecause', { reason: entry.rejectionReason })}</Notice>
      )}
      <EarlierWin entry={entry} />
      <ContinuationNote entry={entry} timeZone={timeZone} />
      {entry.duplicates.length > 0 && (
        <Section title={t('duplicates.title')}>
          <DuplicateList slug={slug} entry={entry} />
        </Section>
      )}
      <EntrySections entry={entry} />
      <EntryPictures entry={entry} />
      <Section title={t('evidence')}>
        <EvidenceStrip entry={entry} />
      </Section>
      <Section title={t('history.title')}>
        <DecisionHistory
          entry={entry}
          timeZone={timeZone}
          isBusy={isBusy}
          problem={problem}
          onUndo={entry.review?.isViewersOwn || entry.status === 'WITHDRAWN' ? null : onUndo}
        />
      </Section>
      {deeds.length > 0 && (
        <ActionBar label={t('decide')}>
          <div className={classes.decide}>
            <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
            <div className={classes.buttons}>
              {deeds.includes('SETTLE_REJECT') && (
                <Button variant="default" disabled={isBusy} onClick={() => onAsk('SETTLE_REJECT')}>
                  {t('settleReject')}
                </Button>
              )}
              {deeds.includes('SETTLE_ACCEPT') && (
                <Button variant="default" disabled={isBusy} onClick={() => onAsk('SETTLE_ACCEPT')}>
                  {t('settleAccept')}
                </Button>
              )}
              {deeds.includes('REJECT') && (
                <Button variant="default" disabled={isBusy} onClick={() => onAsk('REJECT')} aria-keyshortcuts="R">
                  {t('reject')}
                </Button>
              )}
              {deeds.includes('RETURN') && (
                <Button variant="default" disabled={isBusy} onClick={() => onAsk('RETURN')} aria-keyshortcuts="T">
                  {t('return')}
                </Button>
              )}
              {deeds.includes('ACCEPT') && (
                <Button loading={isBusy} onClick={onAccept} aria-keyshortcuts="A">
                  {t('accept')}
                </Button>
              )}
            </div>
          </div>
        </ActionBar>
      )}
    </article>
  );
}
