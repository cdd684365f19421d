import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportEntriesDocument, type ExportEntriesMutationVariables } from '../../gql/ExportEntries';
import { Notice } from '../../ui/Notice';
import classes from './Transfers.module.css';

type Format = ExportEntriesMutationVariables['input']['format'];
const tables: readonly Format[] = ['XLSX', 'CSV', 'ATTACHMENTS'];
const templates: readonly Format[] = ['TEMPLATE_XLSX', 'TEMPLATE_CSV'];

interface Props {
  competitionId: string;
  /** Empty tables, to be filled in; otherwise everything that is there. */
  isTemplate?: boolean;
  /** How far a job is, which is another feature's to show. */
  jobSlot: (jobId: string, label: string) => ReactNode;
}

/** Files to take away, each made while one waits. */
export function ExportPanel({ competitionId, isTemplate = false, jobSlot }: Props) {
  const { t } = useTranslation('transfers');
  const [make, { loading }] = useMutation(ExportEntriesDocument);
  const [asked, setAsked] = useState<{ format: Format; jobId: string }>();
  const [hasFailed, setFailed] = useState(false);
  const begin = async (format: Format) => {
    setFailed(false);
    const variables = { input: { competitionId, format } };
    const answer = await make({ variables, context: { staysOnPage: true } }).catch(() => undefined);
    const jobId = answer?.data?.exportEntries.job.id;
    if (jobId === undefined) setFailed(true);
    else setAsked({ format, jobId });
  };
  return (
    <div className={classes.panel}>
      <div className={classes.buttons}>
        {(isTemplate ? templates : tables).map((format) => (
          <Button key={format} variant="default" disabled={loading} onClick={() => void begin(format)}>
            {t(`export.${format}`)}
          </Button>
        ))}
      </div>
      {hasFailed && <Notice tone="trouble">{t('failed')}</Notice>}
      {asked && <div key={asked.jobId}>{jobSlot(asked.jobId, t(`export.${asked.format}`))}</div>}
    </div>
  );
}
