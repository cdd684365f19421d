import { useTranslation } from 'react-i18next';
import { RuleField } from '../../forms/wizard/RuleField';
import { useLanguage } from '../../i18n/useLanguage';
import { StackedBar } from '../../ui/chart/StackedBar';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { Choice, Choices, RadioChoices } from '../../ui/wizard/Choice';
import { forms, hasCriterionSteps, hasLevels, methods, withMethod, type ScoringDraft, type Step } from './draft';
import type { RuledCriterion } from './rubrics';
import { TieLadder } from './TieLadder';

interface Props {
  step: Step;
  of: ScoringDraft;
  criteria: readonly RuledCriterion[];
  /** What every part decides of the result as the draft stands. */
  parts: readonly { id: string; name: string; share: number; isThis: boolean }[];
}

/** The fields of one step of the wizard. */
export function ScoringFields({ step, of, criteria, parts }: Props) {
  switch (step) {
    case 'method':
      return <MethodFields of={of} />;
    case 'score':
      return <ScoreFields of={of} />;
    case 'ties':
      return <TieLadder of={of} criteria={criteria} />;
    case 'judges':
      return <JudgeFields of={of} />;
    default:
      return <ResultFields of={of} parts={parts} />;
  }
}

function MethodFields({ of }: { of: ScoringDraft }) {
  const { t } = useTranslation('scoring-wizard');
  const { method, level, scope } = of.draft;
  return (
    <>
      <RadioChoices
        legend={t('method.method')}
        isWide
        name="method"
        value={method}
        options={methods.map((one) => ({
          value: one,
          title: t(`method.${one}.title`),
          text: t(`method.${one}.text`),
        }))}
        onChange={(next) => of.write(withMethod(of.draft, next))}
      />
      {method === 'TRIMMED_MEAN' && (
        <Columns gap={5} from="phone" align="start">
          <RuleField of={of} name="dropHighest" label={t('method.dropHighest')} />
          <RuleField of={of} name="dropLowest" label={t('method.dropLowest')} />
        </Columns>
      )}
      {hasLevels(method) && (
        <RadioChoices
          legend={t('method.level')}
          isWide
          name="level"
          value={level}
          options={(['CRITERION', 'SHEET'] as const).map((one) => ({
            value: one,
            title: t(`method.levels.${one}.title`),
            text: t(`method.levels.${one}.text`),
          }))}
          onChange={(next) => of.change({ level: next })}
        />
      )}
      <RadioChoices
        legend={t('method.scope')}
        isWide
        name="scope"
        value={scope}
        options={(['COMPETITION', 'CATEGORY'] as const).map((one) => ({
          value: one,
          title: t(`method.scopes.${one}.title`),
          text: t(`method.scopes.${one}.text`),
        }))}
        onChange={(next) => of.change({ scope: next })}
      />
    </>
  );
}

function ScoreFields({ of }: { of: ScoringDraft }) {
  const { t } = useTranslation('scoring-wizard');
  return (
    <>
      <RadioChoices
        legend={t('score.scale')}
        isWide
        name="scale"
        value={of.draft.scale}
        options={(['PERCENT', 'FACTORS'] as const).map((one) => ({
          value: one,
          title: t(`score.scales.${one}.title`),
          text: t(`score.scales.${one}.text`),
        }))}
        onChange={(scale) => of.change({ scale })}
      />
      <Columns gap={5} from="phone" align="start">
        {hasCriterionSteps(of.draft) && (
          <>
            <RuleField
              of={of}
              name="criterionPlaces"
              label={t('score.criterionPlaces')}
              help={t('score.criterionHelp')}
              none={t('score.notRounded')}
            />
            <RuleField
              of={of}
              name="factoredPlaces"
              label={t('score.factoredPlaces')}
              help={t('score.factoredHelp')}
              none={t('score.notRounded')}
            />
          </>
        )}
        <RuleField of={of} name="totalPlaces" label={t('score.totalPlaces')} help={t('score.totalHelp')} />
        <RuleField of={of} name="quorum" label={t('score.quorum')} help={t('score.quorumHelp')} />
        <RuleField of={of} name="alarmRange" label={t('score.alarmRange')} help={t('score.alarmHelp')} keys="decimal" />
      </Columns>
    </>
  );
}

function JudgeFields({ of }: { of: ScoringDraft }) {
  const { t } = useTranslation('scoring-wizard');
  return (
    <Choices legend={t('judges.legend')}>
      <Choice
        name="isBlind"
        isChosen={of.draft.isBlind}
        title={t('judges.blind')}
        text={t('judges.blindText')}
        onChange={(isBlind) => of.change({ isBlind })}
      />
      <Choice
        name="excludesSameRegion"
        isChosen={of.draft.excludesSameRegion}
        title={t('judges.region')}
        text={t('judges.regionText')}
        onChange={(excludesSameRegion) => of.change({ excludesSameRegion })}
      />
    </Choices>
  );
}

function ResultFields({ of, parts }: { of: ScoringDraft; parts: Props['parts'] }) {
  const { t } = useTranslation('scoring-wizard');
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  return (
    <>
      <RuleField of={of} name="weight" label={t('result.weight')} help={t('result.weightHelp')} keys="decimal" />
      <Stack gap={2}>
        <b>{t('result.shares')}</b>
        <StackedBar
          parts={parts.map(({ id, name, share, isThis }) => ({
            id,
            label: isThis ? <b>{name}</b> : name,
            value: share,
            text: `${number.format(share)}%`,
            isNamed: isThis,
          }))}
        />
      </Stack>
      <RadioChoices
        legend={t('result.form')}
        name="form"
        value={of.draft.form}
        options={forms.map((one) => ({
          value: one,
          title: t(`result.forms.${one}.title`),
          text: t(`result.forms.${one}.text`),
        }))}
        onChange={(form) => of.change({ form })}
      />
    </>
  );
}
