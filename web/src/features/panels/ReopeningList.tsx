import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../ui/DateTime';
import { LoadMore } from '../../ui/LoadMore';
import { Tag } from '../../ui/Tag';
import { ReopenForm } from './ReopenForm';
import classes from './SheetsDialog.module.css';
import type { Reopened } from './types';

interface Props {
  reopenings: readonly Reopened[];
  timeZone: string;
  canAgree: boolean;
  onDone: (news: string) => void;
}

const step = 10;

/** Sheets that were or are to be opened again; those that wait for somebody come first. */
export function ReopeningList({ reopenings, timeZone, canAgree, onDone }: Props) {
  const { t } = useTranslation('panels');
  const [shown, setShown] = useState(step);
  const [agreeing, setAgreeing] = useState<string>();
  const ordered = reopenings.toSorted(
    (one, other) => Number(one.approvedAt !== null) - Number(other.approvedAt !== null),
  );
  if (ordered.length === 0) return <p>{t('reopen.none')}</p>;
  return (
    <>
      <ul className={classes.sheets}>
        {ordered.slice(0, shown).map(({ id, reason, requestedAt, approvedAt, viewerAsked, assignment }) => (
          <li key={id} className={classes.sheet}>
            <p className={classes.words}>
              <b>
                {assignment.judge.code} ·{' '}
                {t('entry', { number: assignment.entry.number, title: assignment.entry.title })}
              </b>
              <span className={classes.about}>
                {assignment.stage.name} · {t('reopen.askedAt')} <DateTime value={requestedAt} timeZone={timeZone} />
              </span>
              {t('reopen.because', { reason })}
            </p>
            <span />
            {approvedAt ? (
              <Tag tone="laurel">
                {assignment.status === 'SUBMITTED' ? t('reopen.submittedAgain') : t('reopen.open')}
              </Tag>
            ) : viewerAsked || !canAgree ? (
              <Tag tone="gold">{t('reopen.waits')}</Tag>
            ) : (
              agreeing !== id && (
                <Button variant="light" onClick={() => setAgreeing(id)}>
                  {t('reopen.agree')}
                </Button>
              )
            )}
            {agreeing === id && (
              <ReopenForm
                assignmentId={assignment.id}
                asked={reason}
                onCancel={() => setAgreeing(undefined)}
                onDone={(news) => {
                  setAgreeing(undefined);
                  onDone(news);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <LoadMore
        shown={Math.min(shown, ordered.length)}
        total={ordered.length}
        hasMore={shown < ordered.length}
        isLoading={false}
        onMore={() => setShown((now) => now + step)}
      />
    </>
  );
}
