import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../forms/useAct';
import { ExportEntriesDocument, type ExportEntriesMutationVariables } from '../../gql/ExportEntries';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';

type Format = ExportEntriesMutationVariables['input']['format'];
const tables: readonly Format[] = ['XLSX', 'CSV', 'ATTACHMENTS'];
const templates: readonly Format[] = ['TEMPLATE_XLSX', 'TEMPLATE_CSV'];

interface Props {
  competitionId: string;
  /** Empty tables, to be filled in; otherwise everything that is there. */
  isTemplate?: boolean;
  /** Shows how far a job is; jobs are another feature. */
  jobSlot: (jobId: string, label: string) => ReactNode;
}

/** Files to download; a job makes each on demand. */
export function ExportPanel({ competitionId, isTemplate = false, jobSlot }: Props) {
  const { t } = useTranslation('transfers');
  const act = useAct(ExportEntriesDocument);
  const [asked, setAsked] = useState<{ format: Format; jobId: string }>();
  const begin = async (format: Format) => {
    const done = await act.run({ competitionId, format });
    if (done) setAsked({ format, jobId: done.job.id });
  };
  return (
    <Stack gap={4}>
      <Row gap={3}>
        {(isTemplate ? templates : tables).map((format) => (
          <Button key={format} variant="default" disabled={act.isBusy} onClick={() => void begin(format)}>
            {t(`export.${format}`)}
          </Button>
        ))}
      </Row>
      <Outcome trouble={act.problem} />
      {asked && <div key={asked.jobId}>{jobSlot(asked.jobId, t(`export.${asked.format}`))}</div>}
    </Stack>
  );
}
