import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SetSendingUnitsDocument } from '../../gql/SetSendingUnits';
import { SuggestedUnitsDocument } from '../../gql/SuggestedUnits';
import { IconButton } from '../../ui/IconButton';
import { Skeleton } from '../../ui/Skeleton';
import { Choice, Choices } from '../../ui/wizard/Choice';
import { localTime } from '../../ui/zoned-time';
import type { StepProps } from './BasicsStep';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
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
  const [send] = useMutation(SetSendingUnitsDocument);
  const { id, slug, stages, timeZone } = competition;
  const form = useStepForm(`laurel.setup.${id}.units`, saved, async (rows) => {
    const units = rows.map(({ regionCode, organization, quota, closesAt }) => ({
      regionCode,
      organization,
      quota: Math.trunc(Number(quota)) || 0,
      closesAt,
    }));
    const variables = { input: { competitionId: id, units } };
    return (await send({ variables, context: { staysOnPage: true } })).data?.setSendingUnits;
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
    <StepFrame form={form} onSaved={onSaved} onNext={onNext}>
      <details className={classes.start} open={draft.length === 0}>
        <summary>{t('units.generate')}</summary>
        <div className={classes.startBody}>
          <Choices legend={t('units.levels')}>
            {levels.map((level) => (
              <Choice
                key={level}
                type="checkbox"
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
          <div className={classes.pair}>
            {levels
              .filter((level) => chosen[level] !== undefined)
              .map((level) => (
                <TextInput
                  key={level}
                  label={t('units.quotaOf', { level: t(`units.level.${level}`) })}
                  value={chosen[level] ?? ''}
                  inputMode="numeric"
                  onChange={({ currentTarget }) =>
                    setChosen({ ...chosen, [level]: currentTarget.value.replaceAll(/\D/g, '') })
                  }
                />
              ))}
            <TextInput
              type="datetime-local"
              label={t('units.closesAt')}
              value={closesAt}
              onChange={({ currentTarget }) => setClosesAt(currentTarget.value.slice(0, 16))}
            />
          </div>
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
        </div>
      </details>
      {draft.length === 0 && <p className={classes.help}>{t('units.none')}</p>}
      {errorAt('units') && (
        <p className={classes.error} role="alert">
          {errorAt('units')}
        </p>
      )}
      <ul className={classes.cards}>
        {draft.map((row, index) => {
          const name = row.regionName || row.regionCode || t('units.row', { place: index + 1 });
          return (
            <li key={index} className={classes.card}>
              <div className={classes.cardHead}>
                <span className={classes.place}>{index + 1}</span>
                <h3>{name}</h3>
                <IconButton
                  aria-label={t('cards.remove', { name })}
                  onClick={() => form.change(draft.toSpliced(index, 1))}
                >
                  <IconTrash size={20} />
                </IconButton>
              </div>
              <div className={classes.unitFields}>
                <TextInput
                  label={t('units.organization')}
                  value={row.organization}
                  error={errorAt(`units.${index}.organization`)}
                  onChange={({ currentTarget }) => put(index, { organization: currentTarget.value })}
                />
                <TextInput
                  label={t('units.code')}
                  value={row.regionCode}
                  inputMode="numeric"
                  error={errorAt(`units.${index}.regionCode`)}
                  onChange={({ currentTarget }) =>
                    put(index, { regionCode: currentTarget.value.trim(), regionName: '' })
                  }
                />
                <TextInput
                  label={t('units.quota')}
                  value={row.quota}
                  inputMode="numeric"
                  error={errorAt(`units.${index}.quota`)}
                  onChange={({ currentTarget }) => put(index, { quota: currentTarget.value.replaceAll(/\D/g, '') })}
                />
                <TextInput
                  type="datetime-local"
                  label={t('units.closesAt')}
                  value={row.closesAt}
                  error={errorAt(`units.${index}.closesAt`)}
                  onChange={({ currentTarget }) => put(index, { closesAt: currentTarget.value.slice(0, 16) })}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <Button
        variant="default"
        className={classes.inStart}
        onClick={() =>
          form.change([...draft, { regionCode: '', regionName: '', organization: '', quota: '10', closesAt }])
        }
      >
        {t('units.add')}
      </Button>
    </StepFrame>
  );
}
