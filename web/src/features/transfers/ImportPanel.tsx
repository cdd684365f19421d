import { useMutation, useQuery } from '@apollo/client/react';
import '@mantine/core/styles/Checkbox.layer.css';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { BeginImportDocument } from '../../gql/BeginImport';
import { CheckImportDocument, type CheckImportMutationVariables } from '../../gql/CheckImport';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { ImportsDocument } from '../../gql/Imports';
import { RunImportDocument } from '../../gql/RunImport';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { PastImports } from './PastImports';
import { ProblemTable } from './ProblemTable';
import { putTable } from './put-table';
import classes from './Transfers.module.css';

const mostBytes = 20 * 1024 * 1024;
const context = { staysOnPage: true };
type ArriveAs = CheckImportMutationVariables['input']['arriveAs'];

interface Props {
  slug: string;
  competitionId: string;
  timeZone: string;
  jobSlot: (jobId: string, label: string) => ReactNode;
}

/** A table on its way in: brought, looked through, imported; and those that came before. */
export function ImportPanel({ slug, competitionId, timeZone, jobSlot }: Props) {
  const { t } = useTranslation('transfers');
  const answer = useQuery(ImportsDocument, { variables: { slug }, fetchPolicy: 'cache-and-network', context });
  const [arriveAs, setArriveAs] = useState<ArriveAs>('SUBMITTED');
  const [createsOrganizations, setCreates] = useState(false);
  const [updates, setUpdates] = useState(false);
  const [share, setShare] = useState<number>();
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useMutation(BeginImportDocument);
  const [check, checking] = useMutation(CheckImportDocument);
  const [run, running] = useMutation(RunImportDocument);
  const input = useRef<HTMLInputElement>(null);
  const imports = (answer.data ?? answer.previousData)?.competition?.entryImports?.edges.map(({ node }) => node);
  if (!imports) {
    return answer.error ? (
      <ErrorState kind={kindOf(answer.error)} onRetry={() => void answer.refetch()} />
    ) : (
      <Skeleton height={200} />
    );
  }
  const [newest] = imports;
  const current = newest && newest.state !== 'IMPORTED' && newest.state !== 'UNDONE' ? newest : undefined;
  const renew = () => void answer.refetch().catch(() => undefined);

  /** Whatever was refused, in the words of whoever refused it. */
  const tried = async (deed: () => Promise<string | undefined>) => {
    setProblem(undefined);
    try {
      setProblem(await deed());
    } catch {
      setProblem(t('failed'));
    }
    setShare(undefined);
    await answer.refetch().catch(() => undefined);
  };
  const look = async (importId: string) => {
    const variables = { input: { importId, arriveAs, createsOrganizations, updates } };
    const { data } = await check({ variables, context });
    const result = data?.checkImport;
    return result?.__typename === 'CheckImportSuccess' ? undefined : (result?.message ?? t('failed'));
  };
  const bring = (file: File) =>
    tried(async () => {
      if (!/\.(xlsx|csv)$/i.test(file.name)) return t('file.kind');
      if (file.size > mostBytes || file.size === 0) return t('file.size');
      const name = Array.from(file.name).slice(-120).join('');
      const { data } = await begin({ variables: { input: { competitionId, name, size: file.size } }, context });
      const result = data?.beginImport;
      if (result?.__typename !== 'BeginImportSuccess') return result?.message ?? t('failed');
      setShare(0);
      await putTable(file, result.url, setShare);
      return await look(result.entryImport.id);
    });
  const bringIn = (importId: string) =>
    tried(async () => {
      const { data } = await run({ variables: { input: { importId } }, context });
      setAsking(false);
      const result = data?.runImport;
      return result?.__typename === 'RunImportSuccess' ? undefined : (result?.message ?? t('failed'));
    });

  return (
    <div className={classes.panel}>
      <fieldset className={classes.choices}>
        <legend className="visually-hidden">{t('choices.title')}</legend>
        <NativeSelect
          label={t('choices.arriveAs')}
          value={arriveAs}
          data={[
            { value: 'SUBMITTED', label: t('arriveAs.SUBMITTED') },
            { value: 'ACCEPTED', label: t('arriveAs.ACCEPTED') },
          ]}
          onChange={({ currentTarget }) => setArriveAs(currentTarget.value === 'ACCEPTED' ? 'ACCEPTED' : 'SUBMITTED')}
        />
        <Checkbox
          label={t('choices.updates')}
          description={t('choices.updatesHint')}
          checked={updates}
          onChange={({ currentTarget }) => setUpdates(currentTarget.checked)}
        />
        <Checkbox
          label={t('choices.creates')}
          description={t('choices.createsHint')}
          checked={createsOrganizations}
          onChange={({ currentTarget }) => setCreates(currentTarget.checked)}
        />
      </fieldset>
      <div
        className={classes.zone}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) void bring(file);
        }}
      >
        <Button disabled={share !== undefined} onClick={() => input.current?.click()}>
          {t('file.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void bring(file);
            // The same file may be chosen again after it was mended.
            currentTarget.value = '';
          }}
        />
        <p className={classes.faint}>{t('file.hint')}</p>
        {share !== undefined && <progress value={share} aria-label={t('file.sending')} />}
      </div>
      <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
      {current && (
        <Current
          key={current.id}
          slug={slug}
          entryImport={current}
          isBusy={checking.loading || running.loading}
          jobSlot={jobSlot}
          onEnd={renew}
          onCheck={() => void tried(() => look(current.id))}
          onImport={() => setAsking(true)}
        />
      )}
      {current && isAsking && (
        <ConfirmDialog
          title={t('confirm.title', { name: current.name })}
          action={t('confirm.action')}
          isOpen
          isBusy={running.loading}
          problem={problem}
          onConfirm={() => void bringIn(current.id)}
          onClose={() => setAsking(false)}
        >
          <p>{t('confirm.text', { count: current.newCount + current.changedCount })}</p>
        </ConfirmDialog>
      )}
      <PastImports
        imports={imports.filter(({ state }) => state === 'IMPORTED' || state === 'UNDONE')}
        timeZone={timeZone}
        onChanged={renew}
      />
    </div>
  );
}

interface CurrentProps {
  slug: string;
  entryImport: Import_entryImportFragment;
  isBusy: boolean;
  jobSlot: Props['jobSlot'];
  onEnd: () => void;
  onCheck: () => void;
  onImport: () => void;
}

const againMs = 1500;

/** Whether its job is over while what came of it is not here yet: the two are asked for one after the other. */
const wasReadBefore = ({ state, job, problemCount }: Import_entryImportFragment): boolean =>
  job?.state === 'DONE' &&
  (job.kind === 'runEntryImport' ? state === 'CHECKED' && problemCount === 0 : state === 'RECEIVED');

/** The newest file, as long as it is not imported. */
function Current({ slug, entryImport, isBusy, jobSlot, onEnd, onCheck, onImport }: CurrentProps) {
  const { t } = useTranslation('transfers');
  const { name, state, job, problemCount, newCount, changedCount, unchangedCount, emptyRows } = entryImport;
  const isStale = wasReadBefore(entryImport);
  const isUnderWay = job?.state === 'QUEUED' || job?.state === 'RUNNING' || isStale;
  const isChecked = state === 'CHECKED' && !isUnderWay;
  const figures = { newCount, changedCount, unchangedCount, emptyRows };
  const told = useRef(onEnd);
  useEffect(() => {
    told.current = onEnd;
  });
  // Once may not be enough: an answer that is on its way already, and older, serves for the question as well.
  useEffect(() => {
    if (!isStale) return;
    told.current();
    const timer = setInterval(() => told.current(), againMs);
    return () => clearInterval(timer);
  }, [isStale]);
  return (
    <section className={classes.panel} aria-label={name}>
      <h3>{name}</h3>
      {job && (isUnderWay || job.state === 'FAILED') && (
        <div key={job.id}>{jobSlot(job.id, t(job.kind === 'runEntryImport' ? 'importing' : 'checking'))}</div>
      )}
      {isChecked && (
        <>
          <dl className={classes.figures}>
            {Object.entries(figures)
              .filter(([, count]) => count > 0)
              .map(([key, count]) => (
                <div key={key}>
                  <dt>{t(`figures.${key as keyof typeof figures}`)}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
          </dl>
          {problemCount === 0 ? (
            <>
              <Notice tone="good">{t(newCount + changedCount > 0 ? 'fine' : 'nothingNew')}</Notice>
              {newCount + changedCount > 0 && (
                <div className={classes.buttons}>
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
        <div className={classes.buttons}>
          <Button variant="default" loading={isBusy} onClick={onCheck}>
            {t('checkAgain')}
          </Button>
        </div>
      )}
    </section>
  );
}
