import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryPictures } from '../../features/entries/EntryPictures';
import { EntrySections } from '../../features/entries/EntrySections';
import { EvidenceStrip } from '../../features/entries/EvidenceStrip';
import { ContinuationNote } from '../../features/review/ContinuationNote';
import { DecisionHistory } from '../../features/review/DecisionHistory';
import { DuplicateList } from '../../features/review/DuplicateList';
import { EarlierWin } from '../../features/review/EarlierWin';
import { possibleDecisions } from '../../features/review/possible-decisions';
import { ReviewNotes } from '../../features/review/ReviewNotes';
import { PartQuery } from '../../forms/PageQuery';
import { ReviewEntryDocument, type ReviewEntryQuery } from '../../gql/ReviewEntry';
import { ActionBar } from '../../ui/ActionBar';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { Outcome } from '../../ui/Outcome';
import { Section } from '../../ui/Page';

import { Tag } from '../../ui/Tag';
import type { Asking } from './ReviewDialogs';
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

const words = {
  SETTLE_REJECT: 'settleReject',
  SETTLE_ACCEPT: 'settleAccept',
  REJECT: 'reject',
  RETURN: 'return',
} as const;
const keys: Partial<Record<keyof typeof words, string>> = { REJECT: 'R', RETURN: 'T' };

/** One entry to read, and the decision at the bottom of the screen. */
export function ReviewPane(props: Props) {
  const { slug, number } = props;
  const isFollowUp = useRef(document.activeElement === document.body);
  return (
    <PartQuery query={ReviewEntryDocument} variables={{ slug, number }} pick={({ entry }) => entry}>
      {(entry) => <LoadedPane {...props} entry={entry} isFollowUp={isFollowUp.current} />}
    </PartQuery>
  );
}

interface LoadedProps extends Props {
  entry: NonNullable<ReviewEntryQuery['entry']>;
  /** The entry before was decided on. */
  isFollowUp: boolean;
}

function LoadedPane(props: LoadedProps) {
  const { t } = useTranslation('review');
  const { slug, entry, isFollowUp, isBusy, isPicking, problem, onBack, onAccept, onAsk, onUndo } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that was pressed is gone with the entry before; reading goes on at this title.
    if (isFollowUp) heading.current?.focus({ preventScroll: true });
  }, [isFollowUp]);
  const { timeZone } = entry.competition;
  const decisions = isPicking ? [] : possibleDecisions(entry);
  return (
    <article className={classes.pane}>
      <Stack as="header" gap={2}>
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
        <Row as="p" gap={2} rowGap={1} className="faint">
          <span>{t('number', { number: entry.number })}</span>
          <Tag tone={tones[entry.status]}>{t(`status.${entry.status}`)}</Tag>
          <span>{entry.category.name}</span>
        </Row>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {entry.title}
        </h2>
        <p className="faint">
          {[entry.organization?.name, entry.region?.name, t('submittedAt')].filter(Boolean).join(' · ')}{' '}
          <DateTime value={entry.submittedAt} timeZone={timeZone} />
        </p>
        {entry.revision > 1 && (
          <Link className={`self-start touch ${classes.link}`} to={`/organize/${slug}/entries/${entry.number}/changes`}>
            {t('changes.link')}
          </Link>
        )}
      </Stack>
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
          act={{ isBusy, problem }}
          onUndo={entry.review?.isViewersOwn || entry.status === 'WITHDRAWN' ? null : onUndo}
        />
      </Section>
      {decisions.length > 0 && (
        <ActionBar label={t('decide')}>
          <Stack gap={2} className="fill">
            <Outcome trouble={problem} />
            <div className={classes.buttons}>
              {decisions.map((decision) =>
                decision === 'ACCEPT' ? (
                  <Button key={decision} loading={isBusy} onClick={onAccept} aria-keyshortcuts="A">
                    {t('accept')}
                  </Button>
                ) : (
                  <Button
                    key={decision}
                    variant="default"
                    disabled={isBusy}
                    onClick={() => onAsk(decision)}
                    aria-keyshortcuts={keys[decision]}
                  >
                    {t(words[decision])}
                  </Button>
                ),
              )}
            </div>
          </Stack>
        </ActionBar>
      )}
    </article>
  );
}
