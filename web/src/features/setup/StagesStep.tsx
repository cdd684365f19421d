import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SetStagesDocument } from '../../gql/SetStages';
import { useLanguage } from '../../i18n/useLanguage';
import { useNow } from '../../ui/clock';
import { zoneName } from '../../ui/time';
import { Choice } from '../../ui/wizard/Choice';
import { localTime } from '../../ui/zoned-time';
import type { StepProps } from './BasicsStep';
import { OpenStages } from './OpenStages';
import classes from './SetUp.module.css';
import { StageTimeline } from './StageTimeline';
import { StepFrame } from './StepFrame';
import { TextPair } from '../../forms/TextPair';
import { textsOf, type Texts } from '../../forms/texts';
import { useStepForm } from './useStepForm';
import { dayFrom, stageKinds, usualStages, type StageKind } from './usual';

interface Row {
  kind: StageKind;
  name: Texts;
  opensAt: string;
  closesAt: string;
}

const zones = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Urumqi', 'Asia/Tokyo', 'Europe/Berlin', 'Europe/London', 'UTC'];

/** When what happens, as clocks of the competition's zone show it. */
export function StagesStep(props: StepProps) {
  return props.competition.openedAt === null ? <PlannedStages {...props} /> : <OpenStages {...props} />;
}

function PlannedStages({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const now = useNow(60_000);
  const [send] = useMutation(SetStagesDocument);
  const { id, timeZone } = competition;
  const saved = {
    timeZone,
    stages: competition.stages.map(({ kind, nameTexts, opensAt, closesAt }): Row => ({
      kind,
      name: textsOf(nameTexts),
      opensAt: localTime(opensAt, timeZone),
      closesAt: localTime(closesAt, timeZone),
    })),
  };
  const form = useStepForm(`laurel.setup.${id}.stages`, saved, async (draft) => {
    const input = { competitionId: id, ...draft };
    return (await send({ variables: { input }, context: { staysOnPage: true } })).data?.setStages;
  });
  const { draft, errorAt } = form;
  const put = (stages: Row[]) =>
    form.change({
      ...draft,
      stages: stages.toSorted((a, b) => stageKinds.indexOf(a.kind) - stageKinds.indexOf(b.kind)),
    });
  const today = localTime(now, timeZone).slice(0, 10);
  const usual = (kind: StageKind): Row => {
    const { name, fromDay, toDay } = usualStages[kind];
    const [from, to] = kind === 'SUBMISSION' ? ['09:00', '18:00'] : ['00:00', '00:00'];
    return { kind, name, opensAt: dayFrom(today, fromDay, from), closesAt: dayFrom(today, toDay, to) };
  };
  const named = draft.stages.map((stage) => ({
    ...stage,
    name: (language === 'en' ? stage.name.en || stage.name.zh : stage.name.zh || stage.name.en) || stage.kind,
  }));
  return (
    <StepFrame form={form} onSaved={onSaved} onNext={onNext}>
      <TextInput
        label={t('stages.zone')}
        description={t('stages.zoneHelp', { zone: inWords(draft.timeZone, language) })}
        value={draft.timeZone}
        error={errorAt('timeZone')}
        list="setup-zones"
        autoComplete="off"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={({ currentTarget }) => form.change({ ...draft, timeZone: currentTarget.value })}
      />
      <datalist id="setup-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <StageTimeline stages={named} language={language} />
      {draft.stages.length === 0 && (
        <div className={classes.start}>
          <p>{t('stages.none')}</p>
          <Button
            variant="light"
            onClick={() => put((['SUBMISSION', 'VOTING', 'REVIEW', 'FINAL', 'PUBLICATION'] as const).map(usual))}
          >
            {t('stages.usual')}
          </Button>
        </div>
      )}
      <ul className={classes.cards}>
        {stageKinds.map((kind) => {
          const place = draft.stages.findIndex((stage) => stage.kind === kind);
          const row = draft.stages[place];
          const change = (values: Partial<Row>) => row && put(draft.stages.with(place, { ...row, ...values }));
          return (
            <li key={kind} className={classes.card}>
              <Choice
                type="checkbox"
                name="stages"
                value={kind}
                isChosen={row !== undefined}
                title={t(`stages.kinds.${kind}`)}
                text={t(`stages.about.${kind}`)}
                onChange={(isChosen) =>
                  put(isChosen ? [...draft.stages, usual(kind)] : draft.stages.filter((stage) => stage.kind !== kind))
                }
              />
              {row && (
                <>
                  <TextPair
                    label={t('stages.name')}
                    texts={row.name}
                    path={`stages.${place}.name`}
                    errorAt={errorAt}
                    onChange={(name) => change({ name })}
                  />
                  <div className={classes.pair}>
                    {(['opensAt', 'closesAt'] as const).map((field) => (
                      <TextInput
                        key={field}
                        type="datetime-local"
                        label={t(`stages.${field}`)}
                        value={row[field]}
                        error={errorAt(`stages.${place}.${field}`)}
                        onChange={({ currentTarget }) => change({ [field]: currentTarget.value.slice(0, 16) })}
                      />
                    ))}
                  </div>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </StepFrame>
  );
}

/** The zone as people call it; as it is written where nobody knows it. */
function inWords(timeZone: string, language: string): string {
  try {
    return zoneName(timeZone, language);
  } catch {
    return timeZone;
  }
}
