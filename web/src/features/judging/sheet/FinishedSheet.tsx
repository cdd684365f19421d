import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet_assignmentFragment } from '../../../gql/Sheet_assignment';
import type { Sheet_rubricFragment } from '../../../gql/Sheet_rubric';
import { twoDecimals } from '../../../ui/text/decimals';
import { ButtonLink } from '../../../ui/ButtonLink';
import { DateTime } from '../../../ui/time/DateTime';
import { Stack } from '../../../ui/layout/Stack';
import { shortest } from './decimal';
import { ConflictButton } from './ConflictButton';
import classes from './FinishedSheet.module.css';
import { OutboxState } from '../sync/OutboxState';
import type { SealedSheet } from './seal-text';
import { SealPanel } from './SealPanel';
import { totalOf } from './sheet';
import type { Outbox } from '../sync/useOutbox';
import type { Sheet } from './useSheet';

interface Props {
  assignment: Sheet_assignmentFragment;
  rubric: Sheet_rubricFragment;
  /** What else is sealed with the marks. */
  place: Omit<SealedSheet, 'marks' | 'comment'>;
  sheet: Sheet;
  outbox: Outbox;
  timeZone: string;
  nextId: string | undefined;
  /** It has just been handed in: take the focus, so that Enter goes on. */
  isFresh: boolean;
  onConflict: (note: string) => void;
}

/** A sheet that was handed in, or will be once the network is back, and the way to the next one. */
export function FinishedSheet({
  assignment,
  rubric,
  place,
  sheet,
  outbox,
  timeZone,
  nextId,
  isFresh,
  onConflict,
}: Props) {
  const { t } = useTranslation('judging');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFresh) box.current?.querySelector<HTMLElement>('[data-next] a')?.focus();
  }, [isFresh]);
  const { criteria } = rubric;
  const isSealed = assignment.status === 'SUBMITTED';
  const known = new Map(assignment.marks.map(({ criterion, value }) => [criterion.id, shortest(value)]));
  const marks = criteria.map(({ id, key, name, maximum }) => ({
    id,
    key,
    name,
    maximum: shortest(maximum),
    value: (isSealed ? known.get(id) : sheet.draft.text[id]) ?? '–',
  }));
  const total = isSealed ? assignment.total : totalOf(sheet.draft, criteria);
  const comment = isSealed ? assignment.comment : sheet.draft.comment;
  return (
    <Stack gap={3} ref={box}>
      {isSealed ? (
        <p role="status" className={classes.state}>
          <b>{t('finished.title')}</b>{' '}
          {assignment.submittedAt && <DateTime value={assignment.submittedAt} timeZone={timeZone} />}
        </p>
      ) : (
        <>
          <p className={classes.state}>
            <b>{t('finished.waiting')}</b> {t('finished.waitingText')}
          </p>
          <OutboxState outbox={outbox} />
        </>
      )}
      <p className={classes.total}>
        {total ? twoDecimals(total) : '–'} <small>/ 100</small>
      </p>
      <Stack gap={2} data-next>
        {nextId ? (
          <ButtonLink to={`/judge/assignments/${nextId}`} size="lg" fullWidth>
            {t('finished.next')}
          </ButtonLink>
        ) : (
          <>
            <p>{t('finished.allDone')}</p>
            <ButtonLink to="/judge">{t('finished.back')}</ButtonLink>
          </>
        )}
      </Stack>
      {isSealed && assignment.seal && assignment.sealCode && (
        <SealPanel
          code={assignment.sealCode}
          seal={assignment.seal}
          sheet={{ ...place, marks, comment: assignment.comment }}
        />
      )}
      <details>
        <summary>{t('finished.marks')}</summary>
        <dl className={classes.marks}>
          {marks.map(({ id, name, maximum, value }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {value} <small>/ {maximum}</small>
              </dd>
            </div>
          ))}
        </dl>
        {comment && <p className={classes.comment}>{comment}</p>}
      </details>
      <ConflictButton hasMarks onDeclare={onConflict} />
    </Stack>
  );
}
