import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet_assignmentFragment } from '../../gql/Sheet_assignment';
import type { Sheet_criterionFragment } from '../../gql/Sheet_criterion';
import { twoDecimals } from '../../ui/decimals';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/DateTime';
import { formatDecimal, parseDecimal } from './decimal';
import classes from './FinishedSheet.module.css';

interface Props {
  assignment: Sheet_assignmentFragment;
  criteria: readonly Sheet_criterionFragment[];
  timeZone: string;
  nextId: string | undefined;
  /** It has just been handed in: take the focus, so that Enter goes on. */
  isFresh: boolean;
}

/** A sheet that was handed in, folded up, and the way to the next one. */
export function FinishedSheet({ assignment, criteria, timeZone, nextId, isFresh }: Props) {
  const { t } = useTranslation('judging');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFresh) box.current?.querySelector('a')?.focus();
  }, [isFresh]);
  const markOf = (id: string) => {
    const value = assignment.marks.find(({ criterion }) => criterion.id === id)?.value;
    return value === undefined ? '–' : formatDecimal(parseDecimal(value) ?? 0n);
  };
  return (
    <div className={classes.finished} ref={box}>
      <p role="status" className={classes.state}>
        <b>{t('finished.title')}</b>{' '}
        {assignment.submittedAt && <DateTime value={assignment.submittedAt} timeZone={timeZone} />}
      </p>
      <p className={classes.total}>
        {assignment.total ? twoDecimals(assignment.total) : '–'} <small>/ 100</small>
      </p>
      <details>
        <summary>{t('finished.marks')}</summary>
        <dl className={classes.marks}>
          {criteria.map(({ id, name, maximum }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {markOf(id)} <small>/ {formatDecimal(parseDecimal(maximum) ?? 0n)}</small>
              </dd>
            </div>
          ))}
        </dl>
        {assignment.comment && <p className={classes.comment}>{assignment.comment}</p>}
      </details>
      {nextId ? (
        <ButtonLink to={`/judge/assignments/${nextId}`} size="md">
          {t('finished.next')}
        </ButtonLink>
      ) : (
        <>
          <p>{t('finished.allDone')}</p>
          <ButtonLink to="/judge">{t('finished.back')}</ButtonLink>
        </>
      )}
    </div>
  );
}
