import { useQuery } from '@apollo/client/react';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgressDocument, type JobProgressQuery } from '../../gql/JobProgress';
import { useLanguage } from '../../i18n/useLanguage';
import { lookOf } from '../../ui/Button';
import { useInstantWords } from '../../ui/time/DateTime';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import classes from './JobProgress.module.css';

type ShownJob = NonNullable<JobProgressQuery['job']>;

interface Props {
  jobId: string;
  /** What is being done, in words. */
  label: string;
  /** What to say once it is done; without it, a general word. */
  doneWords?: string;
  /** In which the file's last hour is told. */
  timeZone: string;
  /** Told once, when there is nothing more to wait for: the job has ended well or badly, or is not to be found. */
  onEnd?: () => void;
}

const everyMs = 1500;
const hasEnded = (job: ShownJob | null | undefined) => job?.state === 'DONE' || job?.state === 'FAILED';

/** Work in the background while somebody waits for it: how far it is, what came of it, or why it came to nothing. */
export function JobProgress({ jobId, label, doneWords, timeZone, onEnd }: Props) {
  const { t } = useTranslation('jobs');
  const language = useLanguage();
  const inWords = useInstantWords();
  const { data, previousData, error, stopPolling } = useQuery(JobProgressDocument, {
    variables: { id: jobId },
    pollInterval: everyMs,
    fetchPolicy: 'network-only',
    context: { staysOnPage: true },
  });
  const job = (data ?? previousData)?.job;
  const isOver = hasEnded(job) || (data !== undefined && !job);
  const told = useRef(onEnd);
  useEffect(() => {
    told.current = onEnd;
  });
  useEffect(() => {
    if (!isOver) return;
    stopPolling();
    told.current?.();
  }, [isOver, stopPolling]);

  if (data && !job) return <Notice tone="trouble">{t('gone')}</Notice>;
  if (job?.state === 'FAILED') {
    return (
      <div role="alert">
        <Notice tone="trouble">{job.problem ?? t('gone')}</Notice>
      </div>
    );
  }
  if (job?.state === 'DONE') {
    return (
      <div role="status" className={classes.done}>
        <Notice tone="good">
          <p>{doneWords ?? t('done')}</p>
          {job.resultUrl && job.expiresAt && (
            <>
              <a href={job.resultUrl} download {...lookOf({ variant: 'filled', className: classes.download })}>
                <IconDownload size={20} aria-hidden="true" /> {t('download')}
              </a>
              <p className="soft small tabular">{t('until', { time: inWords(job.expiresAt, timeZone) })}</p>
            </>
          )}
        </Notice>
      </div>
    );
  }
  const number = new Intl.NumberFormat(language);
  const isRunning = job?.state === 'RUNNING';
  const progressId = `job-${jobId}`;
  return (
    <Stack gap={2} className={classes.job}>
      <label className="strong" htmlFor={progressId}>
        {label}
      </label>
      {/* Without a value it moves to and fro: nobody knows yet how much there is. */}
      <progress
        id={progressId}
        className={classes.bar}
        {...(isRunning && job.percent !== null && { value: job.percent, max: 100 })}
      />
      <p className="soft small tabular">
        {!isRunning && t('waiting')}
        {isRunning &&
          job.total !== null &&
          t('steps', { done: number.format(job.done), total: number.format(job.total) })}
        {isRunning && job.total === null && t('running')}
        {error && ` ${t('away')}`}
      </p>
    </Stack>
  );
}
