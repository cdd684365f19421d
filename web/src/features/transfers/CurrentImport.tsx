import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { ProblemTable } from './ProblemTable';
import classes from './Transfers.module.css';

interface Props {
  slug: string;
  entryImport: Import_entryImportFragment;
  isBusy: boolean;
  jobSlot: (jobId: string, label: string) => ReactNode;
  onEnd: () => void;
  onCheck: () => void;
  onImport: () => void;
}

const againMs = 1500;

/** Whether the job is over but its result is not here yet: the two are asked for one after the other. */
const wasReadBefore = ({ state, job, problemCount }: Import_entryImportFragment): boolean =>
  job?.state === 'DONE' &&
  (job.kind === 'runEntryImport' ? state === 'CHECKED' && problemCount === 0 : state === 'RECEIVED');

/** The newest file, as long as it is not imported. */
export function CurrentImport({ slug, entryImport, isBusy, jobSlot, onEnd, onCheck, onImport }: Props) {
  const { t } = useTranslation('transfers');
  const { name, state, job, problemCount, newCount, changedCount, unchangedCount, emptyRows } = entryImport;
  const isStale = wasReadBefore(entryImport);
  const isUnderWay = job?.state === 'QUEUED' || job?.state === 'RUNNING' || isStale;
  const isChecked = state === 'CHECKED' && !isUnderWay;
  const figures = { newCount, changedCount, unchangedCount, emptyRows };
  const askAgain = useRef(onEnd);
  useEffect(() => {
    askAgain.current = onEnd;
  });
  // Asking once may not be enough: Apollo answers it with an older request that is still on its way.
  useEffect(() => {
    if (!isStale) return;
    askAgain.current();
    const timer = setInterval(() => askAgain.current(), againMs);
    return () => clearInterval(timer);
  }, [isStale]);
  return (
    <Stack as="section" gap={4} aria-label={name}>
      <h3>{name}</h3>
      {job && (isUnderWay || job.state === 'FAILED') && (
        <div key={job.id}>{jobSlot(job.id, t(job.kind === 'runEntryImport' ? 'importing' : 'checking'))}</div>
      )}
      {isChecked && (
        <>
          <Row as="dl" gap={6} rowGap={2} className={classes.figures}>
            {Object.entries(figures)
              .filter(([, count]) => count > 0)
              .map(([key, count]) => (
                <div key={key}>
                  <dt>{t(`figures.${key as keyof typeof figures}`)}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
          </Row>
          {problemCount === 0 ? (
            <>
              <Notice tone="good">{t(newCount + changedCount > 0 ? 'fine' : 'nothingNew')}</Notice>
              {newCount + changedCount > 0 && (
                <div>
                  <Button loading={isBusy} onClick={onImport}>
                    {t('import', { count: newCount + changedCount })}
                  </Button>
                </div>
              )}
            </>
          ) : (
            <>
              <Notice tone="trouble">{t('problems.found', { count: problemCount ?? 0 })}</Notice>
              <ProblemTable slug={slug} entryImport={entryImport} />
            </>
          )}
        </>
      )}
      {!isUnderWay && (
        <div>
          <Button variant="default" loading={isBusy} onClick={onCheck}>
            {t('checkAgain')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
