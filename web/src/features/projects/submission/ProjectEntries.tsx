import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProjectEntries_entryFragmentDoc, type ProjectEntries_entryFragment } from '../../../gql/ProjectEntries_entry';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import type { EntryStatus } from '../../../gql/types';
import { DateTime } from '../../../ui/time/DateTime';
import { Notice } from '../../../ui/Notice';
import { Tag } from '../../../ui/Tag';
import { useNow } from '../../../ui/time/clock';
import { Row } from '../../../ui/layout/Row';
import { Card, Stack } from '../../../ui/layout/Stack';
import { SubmissionDeadline } from '../../../words/SubmissionDeadline';
import { stateAt, takesEntries } from '../../../words/submission-window';
import { CorrectionNote } from './CorrectionNote';
import classes from './ProjectEntries.module.css';
import { ReceiptPanel } from './ReceiptPanel';
import { ResubmitDialog } from './ResubmitDialog';
import { WayUp } from './WayUp';
import { WithdrawDialog } from './WithdrawDialog';

export const statusTones = {
  SUBMITTED: 'gold',
  RETURNED: 'seal',
  ACCEPTED: 'laurel',
  REJECTED: 'seal',
  WITHDRAWN: 'plain',
} as const satisfies Record<EntryStatus, string>;

interface Props {
  /** Whether all that was written has reached the server. */
  isSaved?: boolean;
  entries: readonly FragmentType<ProjectEntries_entryFragment>[];
}

/** Where the project has been handed in, and what became of it. */
export function ProjectEntries({ entries, isSaved = true }: Props) {
  const { t } = useTranslation('projects');
  if (entries.length === 0) return null;
  return (
    <Stack as="section" gap={3} aria-label={t('entries.title')}>
      <h3>{t('entries.title')}</h3>
      <Stack as="ul" gap={3}>
        {entries.map((entry, index) => (
          <EntryLine key={index} entry={entry} isSaved={isSaved} />
        ))}
      </Stack>
    </Stack>
  );
}

function EntryLine({ entry, isSaved }: { entry: Props['entries'][number]; isSaved: boolean }) {
  const { t } = useTranslation('projects');
  const { data, complete } = useFragment({ fragment: ProjectEntries_entryFragmentDoc, from: entry });
  const [isAsking, setAsking] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const [done, setDone] = useState<string>();
  const [receipt, setReceipt] = useState<Receipt_entryFragment>();
  const now = useNow(1000);
  if (!complete) return null;
  const { number, status, competition, category, rejectionReason, submissionWindow } = data;
  const state = submissionWindow && stateAt(submissionWindow, now);
  const isOpen = state !== null && takesEntries(state);
  const isTaken = status === 'SUBMITTED' || status === 'RETURNED' || status === 'ACCEPTED';
  const canWithdraw = isTaken && (isOpen || (status === 'RETURNED' && data.correction?.isOver === false));
  return (
    <Card as="li" gap={1} pad={3} padInline={4}>
      <Row gap={3} rowGap={1} justify="between">
        <Link to={`/c/${competition.slug}/entries/${number}`} className={classes.link}>
          {t('entryLine', { competition: competition.name, number })}
        </Link>
        <Tag tone={statusTones[status]}>{t(`status.${status}`)}</Tag>
      </Row>
      <p className="faint small">
        {category.name} · {t('entries.revision', { revision: data.revision })} ·{' '}
        <DateTime value={data.submittedAt} timeZone={competition.timeZone} />
      </p>
      {data.wayUp.length > 0 && <WayUp steps={data.wayUp} timeZone={competition.timeZone} />}
      {status === 'REJECTED' && rejectionReason && <p>{t('entries.rejectedBecause', { reason: rejectionReason })}</p>}
      {status === 'RETURNED' && <CorrectionNote entry={data} isSaved={isSaved} onAgain={() => setChanging(true)} />}
      {submissionWindow && status === 'SUBMITTED' && state !== 'CLOSED' && (
        <SubmissionDeadline window={submissionWindow} timeZone={competition.timeZone} isShort />
      )}
      {(isOpen || state === 'FILES_ONLY') && status === 'SUBMITTED' && (
        <Button variant="light" className={classes.withdraw} disabled={!isSaved} onClick={() => setChanging(true)}>
          {t(isOpen ? 'resubmit.open' : 'resubmit.files')}
        </Button>
      )}
      {canWithdraw && (
        <Button variant="default" className={classes.withdraw} onClick={() => setAsking(true)}>
          {t('entries.withdraw')}
        </Button>
      )}
      {receipt && <ReceiptPanel entry={receipt} />}
      <div role="status">{done && <Notice tone="good">{done}</Notice>}</div>
      {isChanging && (
        <ResubmitDialog
          entry={data}
          onClose={() => setChanging(false)}
          onResubmitted={(entered) => {
            setChanging(false);
            setReceipt(entered);
          }}
        />
      )}
      {isAsking && (
        <WithdrawDialog
          entry={data}
          onClose={() => setAsking(false)}
          onWithdrawn={() => {
            setAsking(false);
            setDone(t('withdraw.done', { number }));
          }}
        />
      )}
    </Card>
  );
}
