import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntryStatus } from '../../gql/types';
import type { ReviewState_entryFragment } from '../../gql/ReviewState_entry';
import { DateTime } from '../../ui/time/DateTime';
import { Notice } from '../../ui/Notice';

interface Props {
  entry: ReviewState_entryFragment & { status: EntryStatus; organization: { status: string } | null };
  timeZone: string;
  onExtend: () => void;
}

/** How the review of an entry stands, in words. */
export function ReviewNotes({ entry, timeZone, onExtend }: Props) {
  const { t } = useTranslation('review');
  const { review, correction, status, organization } = entry;
  if (!review) return null;
  const { spoken, needed, verdict, viewerVerdict } = review;
  return (
    <>
      {review.isViewersOwn && <Notice>{t('own')}</Notice>}
      {status === 'SUBMITTED' && organization && organization.status !== 'VERIFIED' && (
        <Notice tone="trouble">{t('unverified')}</Notice>
      )}
      {review.isHeld && verdict && <Notice>{t('held', { verdict: t(`verdicts.${verdict}`) })}</Notice>}
      {review.state === 'SPLIT' && <Notice tone="trouble">{review.awaitsSettling ? t('settle') : t('split')}</Notice>}
      {review.state !== 'SETTLED' && viewerVerdict && (
        <Notice tone="good">{t('said', { verdict: t(`verdicts.${viewerVerdict}`), spoken, needed })}</Notice>
      )}
      {review.state === 'OPEN' && !viewerVerdict && spoken > 0 && <Notice>{t('spoken', { spoken, needed })}</Notice>}
      {correction && (
        <Notice tone={correction.isOver ? 'trouble' : 'info'}>
          <p>
            {correction.isOver ? t('late') : t('returned')} <DateTime value={correction.until} timeZone={timeZone} />
          </p>
          {correction.isOver && <p>{t('lateText')}</p>}
          {!review.isViewersOwn && !review.isHeld && (
            <Button variant="default" className="self-start" onClick={onExtend}>
              {t('extend')}
            </Button>
          )}
        </Notice>
      )}
    </>
  );
}
