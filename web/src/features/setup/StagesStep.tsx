import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LineField } from '../../forms/LineField';
import { TextPair } from '../../forms/TextPair';
import { textIn, textsOf, type Texts } from '../../forms/texts';
import { SetStagesDocument } from '../../gql/SetStages';
import { useLanguage } from '../../i18n/useLanguage';
import { Columns } from '../../ui/layout/Columns';
import { Card } from '../../ui/layout/Stack';
import { useNow } from '../../ui/time/clock';
import { zoneName } from '../../ui/time/time';
import { localTime } from '../../ui/time/zoned-time';
import { KindCards } from './KindCards';
import { OpenStages } from './OpenStages';
import { StageTimeline } from './StageTimeline';
import { StepFrame } from './StepFrame';
import type { StepProps } from './types';
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
  const form = useStepForm(SetStagesDocument, {
    key: `${id}.stages`,
    saved,
    inputOf: (draft) => ({ competitionId: id, ...draft }),
    onSaved: () => onSaved(),
  });
  const { draft, errorAt } = form;
  const put = (stages: Row[]) => form.change({ ...draft, stages });
  const today = localTime(now, timeZone).slice(0, 10);
  const usual = (kind: StageKind): Row => {
    const { name, fromDay, toDay } = usualStages[kind];
    const [from, to] = kind === 'SUBMISSION' ? ['09:00', '18:00'] : ['00:00', '00:00'];
    return { kind, name, opensAt: dayFrom(today, fromDay, from), closesAt: dayFrom(today, toDay, to) };
  };
  const named = draft.stages.map((stage) => ({ ...stage, name: textIn(language, stage.name) || stage.kind }));
  return (
    <StepFrame form={form} onNext={onNext}>
      <LineField
        label={t('stages.zone')}
        description={t('stages.zoneHelp', { zone: inWords(draft.timeZone, language) })}
        value={draft.timeZone}
        error={errorAt('timeZone')}
        list="setup-zones"
        onChange={(zone) => form.change({ ...draft, timeZone: zone })}
      />
      <datalist id="setup-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <StageTimeline stages={named} language={language} />
      {draft.stages.length === 0 && (
        <Card tone="sunken" gap={3} align="start">
          <p>{t('stages.none')}</p>
          <Button variant="light" onClick={() => put(stageKinds.filter((kind) => kind !== 'PAPERS').map(usual))}>
            {t('stages.usual')}
          </Button>
        </Card>
      )}
      <KindCards
        name="stages"
        kinds={stageKinds}
        rows={draft.stages}
        kindOf={({ kind }) => kind}
        usual={usual}
        words={(kind) => ({ title: t(`stages.kinds.${kind}`), text: t(`stages.about.${kind}`) })}
        onChange={put}
      >
        {(row, place, change) => (
          <>
            <TextPair
              label={t('stages.name')}
              texts={row.name}
              path={`stages.${place}.name`}
              errorAt={errorAt}
              onChange={(name) => change({ name })}
            />
            <Columns gap={3}>
              {(['opensAt', 'closesAt'] as const).map((field) => (
                <LineField
                  key={field}
                  kind="localTime"
                  label={t(`stages.${field}`)}
                  value={row[field]}
                  error={errorAt(`stages.${place}.${field}`)}
                  onChange={(value) => change({ [field]: value })}
                />
              ))}
            </Columns>
          </>
        )}
      </KindCards>
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
