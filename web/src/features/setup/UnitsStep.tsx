import { useApolloClient } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../forms/boxes';
import { LineField } from '../../forms/LineField';
import { SetSendingUnitsDocument } from '../../gql/SetSendingUnits';
import { SuggestedUnitsDocument } from '../../gql/SuggestedUnits';
import { IconButton } from '../../ui/IconButton';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { Skeleton } from '../../ui/Skeleton';
import { localTime } from '../../ui/time/zoned-time';
import { Choice, Choices } from '../../ui/wizard/Choice';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import type { StepProps } from './types';
import { allUnits, readTable, type UnitRow } from './units';
import { useStepForm } from './useStepForm';

const levels = ['PROVINCE', 'CITY', 'COUNTY'] as const;
type Level = (typeof levels)[number];

/** Who sends entries up, level by level, and how many each. */
export function UnitsStep(props: StepProps) {
  const client = useApolloClient();
  const { slug, timeZone } = props.competition;
  const [saved, setSaved] = useState<UnitRow[]>();
  const read = async () => setSaved(await allUnits(client, slug, timeZone));
  useEffect(() => {
    let isGone = false;
    void allUnits(client, slug, timeZone).then((rows) => !isGone && setSaved(rows));
    return () => {
      isGone = true;
    };
  }, [client, slug, timeZone]);
  if (!saved) return <Skeleton height={192} />;
  const onSaved = async () => {
    await read();
    await props.onSaved();
  };
  return <UnitRows {...props} saved={saved} onSaved={onSaved} />;
}

function UnitRows({ competition, saved, onSaved, onNext }: StepProps & { saved: UnitRow[] }) {
  const { t } = useTranslation('setup');
  const client = useApolloClient();
  const { id, slug, stages, timeZone } = competition;
  const form = useStepForm(SetSendingUnitsDocument, {
    key: `${id}.units`,
    saved,
    inputOf: (rows) => ({
      competitionId: id,
      units: rows.map(({ regionName: _, quota, ...row }) => ({ ...row, quota: whole(quota) || 0 })),
    }),
    onSaved: () => onSaved(),
  });
  const submission = stages.find(({ kind }) => kind === 'SUBMISSION');
  const end = submission ? localTime(submission.closesAt, timeZone) : '';
  const [chosen, setChosen] = useState<Partial<Record<Level, string>>>({ PROVINCE: '100', CITY: '20' });
  const [closesAt, setClosesAt] = useState(end);
  const [table, setTable] = useState('');
  const { draft, errorAt } = form;
  const put = (index: number, values: Partial<UnitRow>) => {
    const row = draft[index];
    if (row) form.change(draft.with(index, { ...row, ...values }));
  };
  const generate = async () => {
    const wanted = levels.filter((level) => chosen[level] !== undefined);
    const { data } = await client.query({
      query: SuggestedUnitsDocument,
      variables: { slug, levels: wanted },
      fetchPolicy: 'network-only',
    });
    const known = new Set(draft.map(({ regionCode }) => regionCode));
    const rows = (data?.competition?.suggestedUnits ?? [])
      .filter(({ region }) => !known.has(region.code))
      .map(({ region, organization }) => ({
        regionCode: region.code,
        regionName: region.name,
        organization: organization?.name ?? '',
        quota: chosen[region.level] ?? '',
        closesAt,
      }));
    form.change([...draft, ...rows]);
  };
  return (
    <StepFrame form={form} onNext={onNext}>
      <Card as="details" tone="sunken" open={draft.length === 0}>
        <summary>{t('units.generate')}</summary>
        <Stack gap={3} className={classes.startBody}>
          <Choices legend={t('units.levels')}>
            {levels.map((level) => (
              <Choice
                key={level}
                name="levels"
                value={level}
                isChosen={chosen[level] !== undefined}
                title={t(`units.level.${level}`)}
                text={t(`units.levelText.${level}`)}
                onChange={(isChosen) => {
                  const { [level]: _, ...rest } = chosen;
                  setChosen(isChosen ? { ...chosen, [level]: '10' } : rest);
                }}
              />
            ))}
          </Choices>
          <Columns gap={3}>
            {levels
              .filter((level) => chosen[level] !== undefined)
              .map((level) => (
                <LineField
                  key={level}
                  kind="digits"
                  label={t('units.quotaOf', { level: t(`units.level.${level}`) })}
                  value={chosen[level] ?? ''}
                  onChange={(quota) => setChosen({ ...chosen, [level]: quota })}
                />
              ))}
            <LineField kind="localTime" label={t('units.closesAt')} value={closesAt} onChange={setClosesAt} />
          </Columns>
          <Button variant="light" onClick={() => void generate()}>
            {t('units.generateNow')}
          </Button>
          <Textarea
            label={t('units.paste')}
            description={t('units.pasteHelp')}
            autosize
            minRows={2}
            maxRows={8}
            w="100%"
            value={table}
            onChange={({ currentTarget }) => setTable(currentTarget.value)}
          />
          <Button
            variant="light"
            disabled={table.trim() === ''}
            onClick={() => {
              const rows = readTable(table, closesAt);
              const codes = new Set(rows.map(({ regionCode }) => regionCode));
              form.change([...draft.filter(({ regionCode }) => !codes.has(regionCode)), ...rows]);
              setTable('');
            }}
          >
            {t('units.pasteNow')}
          </Button>
        </Stack>
      </Card>
      {draft.length === 0 && <p className="soft">{t('units.none')}</p>}
      {errorAt('units') && (
        <p className="bad" role="alert">
          {errorAt('units')}
        </p>
      )}
      <Stack as="ul" gap={4}>
        {draft.map((row, index) => {
          const name = row.regionName || row.regionCode || t('units.row', { place: index + 1 });
          return (
            <Card as="li" tone="strong" gap={3} key={index}>
              <Row nowrap justify="between" gap={3}>
                <h3>{name}</h3>
                <IconButton
                  aria-label={t('units.remove', { name })}
                  onClick={() => form.change(draft.toSpliced(index, 1))}
                >
                  <IconTrash size={20} />
                </IconButton>
              </Row>
              <Columns gap={3} align="start" sizes="minmax(0, 2fr) minmax(0, 1fr) 5rem minmax(0, 1.5fr)">
                <LineField
                  label={t('units.organization')}
                  value={row.organization}
                  error={errorAt(`units.${index}.organization`)}
                  onChange={(organization) => put(index, { organization })}
                />
                <LineField
                  inputMode="numeric"
                  label={t('units.code')}
                  value={row.regionCode}
                  error={errorAt(`units.${index}.regionCode`)}
                  onChange={(code) => put(index, { regionCode: code.trim(), regionName: '' })}
                />
                <LineField
                  kind="digits"
                  label={t('units.quota')}
                  value={row.quota}
                  error={errorAt(`units.${index}.quota`)}
                  onChange={(quota) => put(index, { quota })}
                />
                <LineField
                  kind="localTime"
                  label={t('units.closesAt')}
                  value={row.closesAt}
                  error={errorAt(`units.${index}.closesAt`)}
                  onChange={(time) => put(index, { closesAt: time })}
                />
              </Columns>
            </Card>
          );
        })}
      </Stack>
      <Button
        variant="default"
        className="self-start"
        onClick={() =>
          form.change([...draft, { regionCode: '', regionName: '', organization: '', quota: '10', closesAt }])
        }
      >
        {t('units.add')}
      </Button>
    </StepFrame>
  );
}
