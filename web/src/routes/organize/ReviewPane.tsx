import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { EntryPictures } from '../../features/entries/EntryPictures';
import { EntrySections } from '../../features/entries/EntrySections';
import { EvidenceStrip } from '../../features/entries/EvidenceStrip';
import { ReviewEntryDocument } from '../../gql/ReviewEntry';
import { ActionBar } from '../../ui/ActionBar';
import { DateTime } from '../../ui/DateTime';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { TextSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
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
  problem: string | undefined;
  /** Back to the list, where the list is another screen. */
  onBack: (() => void) | undefined;
  onAccept: () => void;
  onReject: () => void;
  onReturn: () => void;
}

/** One entry to read, and the decision at the bottom of the screen. */
export function ReviewPane({ slug, number, isBusy, problem, onBack, onAccept, onReject, onReturn }: Props) {
  const { t } = useTranslation('organizing');
  const { data, error, refetch } = useQuery(ReviewEntryDocument, { variables: { slug, number } });
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
            {t('review.back')}
          </Button>
        )}
        <p className={classes.facts}>
          <span>{t('ranking.number', { number: entry.number })}</span>
          <Tag tone={tones[entry.status]}>{t(`status.${entry.status}`)}</Tag>
          <span>{entry.category.name}</span>
        </p>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {entry.title}
        </h2>
        <p className={classes.facts}>
          {[entry.organization?.name, entry.region?.name, t('review.submittedAt')].filter(Boolean).join(' · ')}{' '}
          <DateTime value={entry.submittedAt} timeZone={entry.competition.timeZone} />
        </p>
      </header>
      {entry.rejectionReason && (
        <Notice tone="trouble">{t('review.rejectedBecause', { reason: entry.rejectionReason })}</Notice>
      )}
      <EntrySections entry={entry} />
      <EntryPictures entry={entry} />
      <Section title={t('review.evidence')}>
        <EvidenceStrip entry={entry} />
      </Section>
      {entry.status === 'SUBMITTED' && (
        <ActionBar label={t('review.decide')}>
          <div className={classes.decide}>
            <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
            <div className={classes.buttons}>
              <Button variant="default" disabled={isBusy} onClick={onReject} aria-keyshortcuts="R">
                {t('review.reject')}
              </Button>
              <Button variant="default" disabled={isBusy} onClick={onReturn} aria-keyshortcuts="T">
                {t('review.return')}
              </Button>
              <Button loading={isBusy} onClick={onAccept} aria-keyshortcuts="A">
                {t('review.accept')}
              </Button>
            </div>
          </div>
        </ActionBar>
      )}
    </article>
  );
}
