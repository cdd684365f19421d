import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { PartQuery } from '../../forms/PageQuery';
import { useAct } from '../../forms/useAct';
import { BeginImportDocument } from '../../gql/BeginImport';
import { CheckImportDocument, type CheckImportMutationVariables } from '../../gql/CheckImport';
import type { Import_entryImportFragment } from '../../gql/Import_entryImport';
import { ImportsDocument } from '../../gql/Imports';
import { RunImportDocument } from '../../gql/RunImport';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { CurrentImport } from './CurrentImport';
import { PastImports } from './PastImports';
import { putTable } from './put-table';
import { TableZone } from './TableZone';
import classes from './Transfers.module.css';

const mostBytes = 20 * 1024 * 1024;
type Choices = Omit<CheckImportMutationVariables['input'], 'importId'>;

interface Props {
  slug: string;
  competitionId: string;
  timeZone: string;
  jobSlot: (jobId: string, label: string) => ReactNode;
}

/** A table on its way in: sent, checked, imported; and those that came before. */
export function ImportPanel(props: Props) {
  return (
    <PartQuery
      query={ImportsDocument}
      variables={{ slug: props.slug }}
      pick={({ competition }) => competition?.entryImports?.edges.map(({ node }) => node)}
    >
      {(imports, { renew }) => <Imports {...props} imports={imports} renew={renew} />}
    </PartQuery>
  );
}

interface ImportsProps extends Props {
  imports: readonly Import_entryImportFragment[];
  renew: () => Promise<void>;
}

function Imports({ slug, competitionId, timeZone, jobSlot, imports, renew }: ImportsProps) {
  const { t } = useTranslation('transfers');
  const [choices, setChoices] = useState<Choices>({
    arriveAs: 'SUBMITTED',
    createsOrganizations: false,
    updates: false,
  });
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const begin = useAct(BeginImportDocument);
  const check = useAct(CheckImportDocument);
  const run = useAct(RunImportDocument);
  const [newest] = imports;
  const current = newest && newest.state !== 'IMPORTED' && newest.state !== 'UNDONE' ? newest : undefined;

  const bring = async (file: File) => {
    check.clear();
    setProblem(undefined);
    if (!/\.(xlsx|csv)$/i.test(file.name)) return setProblem(t('file.kind'));
    if (file.size > mostBytes || file.size === 0) return setProblem(t('file.size'));
    const name = Array.from(file.name).slice(-120).join('');
    const begun = await begin.run({ competitionId, name, size: file.size });
    if (begun) {
      try {
        setShare(0);
        await putTable(file, begun.url, setShare);
        await check.run({ importId: begun.entryImport.id, ...choices });
      } catch {
        setProblem(t('failed'));
      }
      setShare(undefined);
    }
    await renew();
  };
  const checkAgain = async (importId: string) => {
    begin.clear();
    setProblem(undefined);
    await check.run({ importId, ...choices });
    await renew();
  };
  const bringIn = async (importId: string) => {
    if (await run.run({ importId })) setAsking(false);
    await renew();
  };

  return (
    <Stack gap={4}>
      <Stack as="fieldset" gap={3} className={classes.choices}>
        <legend className="visually-hidden">{t('choices.title')}</legend>
        <NativeSelect
          label={t('choices.arriveAs')}
          value={choices.arriveAs}
          data={[
            { value: 'SUBMITTED', label: t('arriveAs.SUBMITTED') },
            { value: 'ACCEPTED', label: t('arriveAs.ACCEPTED') },
          ]}
          onChange={({ currentTarget }) =>
            setChoices({ ...choices, arriveAs: currentTarget.value === 'ACCEPTED' ? 'ACCEPTED' : 'SUBMITTED' })
          }
        />
        <Checkbox
          label={t('choices.updates')}
          description={t('choices.updatesHint')}
          checked={choices.updates}
          onChange={({ currentTarget }) => setChoices({ ...choices, updates: currentTarget.checked })}
        />
        <Checkbox
          label={t('choices.creates')}
          description={t('choices.createsHint')}
          checked={choices.createsOrganizations}
          onChange={({ currentTarget }) => setChoices({ ...choices, createsOrganizations: currentTarget.checked })}
        />
      </Stack>
      <TableZone share={share} onFile={(file) => void bring(file)} />
      <Outcome trouble={problem ?? begin.problem ?? check.problem} />
      {current && (
        <CurrentImport
          key={current.id}
          slug={slug}
          entryImport={current}
          isBusy={check.isBusy || run.isBusy}
          jobSlot={jobSlot}
          onEnd={() => void renew()}
          onCheck={() => void checkAgain(current.id)}
          onImport={() => {
            run.clear();
            setAsking(true);
          }}
        />
      )}
      {current && isAsking && (
        <ActDialog
          act={run}
          title={t('confirm.title', { name: current.name })}
          action={t('confirm.action')}
          onConfirm={() => bringIn(current.id)}
          onClose={() => setAsking(false)}
        >
          <p>{t('confirm.text', { count: current.newCount + current.changedCount })}</p>
        </ActDialog>
      )}
      <PastImports
        imports={imports.filter(({ state }) => state === 'IMPORTED' || state === 'UNDONE')}
        timeZone={timeZone}
        onChanged={() => void renew()}
      />
    </Stack>
  );
}
