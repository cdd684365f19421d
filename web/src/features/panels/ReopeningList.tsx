import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore, useSome } from '../../ui/LoadMore';
import { Tag } from '../../ui/Tag';
import { ReopenForm } from './ReopenForm';
import type { Reopened } from './types';

interface Props {
  reopenings: readonly Reopened[];
  timeZone: string;
  canAgree: boolean;
  onDone: (news: string) => void;
}

/** Sheets that were or are to be opened again; those that wait for a second organizer come first. */
export function ReopeningList({ reopenings, timeZone, canAgree, onDone }: Props) {
  const { t } = useTranslation('panels');
  const [agreeing, setAgreeing] = useState<string>();
  const ordered = reopenings.toSorted(
    (one, other) => Number(one.approvedAt !== null) - Number(other.approvedAt !== null),
  );
  const { some, more } = useSome(ordered, 10);
  if (ordered.length === 0) return <p>{t('reopen.none')}</p>;
  return (
    <>
      <Stack as="ul" className="lined">
        {some.map(({ id, reason, requestedAt, approvedAt, viewerAsked, assignment }) => (
          <Stack as="li" key={id} gap={2}>
            <Row gap={4} rowGap={1}>
              <div className="grow">
                <p className="strong">
                  {assignment.judge.code} ·{' '}
                  {t('entry', { number: assignment.entry.number, title: assignment.entry.title })}
                </p>
                <p className="faint small">
                  {assignment.stage.name} · {t('reopen.askedAt')} <DateTime value={requestedAt} timeZone={timeZone} />
                </p>
                <p>{t('reopen.because', { reason })}</p>
              </div>
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
            </Row>
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
          </Stack>
        ))}
      </Stack>
      <LoadMore {...more} />
    </>
  );
}
