import { useTranslation } from 'react-i18next';
import { Choice, Choices } from '../../ui/wizard/Choice';
import { forms, hasCriterionSteps, hasLevels, methods, withMethod, type Step } from './draft';
import { ScoringField } from './ScoringField';
import classes from './ScoringFields.module.css';
import { ShareBar } from './ShareBar';
import { TieLadder } from './TieLadder';
import type { RuledCriterion } from './rubrics';
import type { ScoringDraft } from './useScoringDraft';

interface Props {
  step: Exclude<Step, 'declare'>;
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
      <Choices legend={t('method.method')} isWide>
        {methods.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="method"
            value={one}
            isChosen={method === one}
            title={t(`method.${one}.title`)}
            text={t(`method.${one}.text`)}
            onChange={() => of.change(withMethod(of.draft, one))}
          />
        ))}
      </Choices>
      {method === 'TRIMMED_MEAN' && (
        <div className={classes.pair}>
          <ScoringField of={of} name="dropHighest" label={t('method.dropHighest')} />
          <ScoringField of={of} name="dropLowest" label={t('method.dropLowest')} />
        </div>
      )}
      {hasLevels(method) && (
        <Choices legend={t('method.level')} isWide>
          {(['CRITERION', 'SHEET'] as const).map((one) => (
            <Choice
              key={one}
              type="radio"
              name="level"
              value={one}
              isChosen={level === one}
              title={t(`method.levels.${one}.title`)}
              text={t(`method.levels.${one}.text`)}
              onChange={() => of.change({ level: one })}
            />
          ))}
        </Choices>
      )}
      <Choices legend={t('method.scope')} isWide>
        {(['COMPETITION', 'CATEGORY'] as const).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="scope"
            value={one}
            isChosen={scope === one}
            title={t(`method.scopes.${one}.title`)}
            text={t(`method.scopes.${one}.text`)}
            onChange={() => of.change({ scope: one })}
          />
        ))}
      </Choices>
    </>
  );
}

function ScoreFields({ of }: { of: ScoringDraft }) {
  const { t } = useTranslation('scoring-wizard');
  return (
    <>
      <Choices legend={t('score.scale')} isWide>
        {(['PERCENT', 'FACTORS'] as const).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="scale"
            value={one}
            isChosen={of.draft.scale === one}
            title={t(`score.scales.${one}.title`)}
            text={t(`score.scales.${one}.text`)}
            onChange={() => of.change({ scale: one })}
          />
        ))}
      </Choices>
      <div className={classes.pair}>
        {hasCriterionSteps(of.draft) && (
          <>
            <ScoringField
              of={of}
              name="criterionPlaces"
              label={t('score.criterionPlaces')}
              help={t('score.criterionHelp')}
              none={t('score.notRounded')}
            />
            <ScoringField
              of={of}
              name="factoredPlaces"
              label={t('score.factoredPlaces')}
              help={t('score.factoredHelp')}
              none={t('score.notRounded')}
            />
          </>
        )}
        <ScoringField of={of} name="totalPlaces" label={t('score.totalPlaces')} help={t('score.totalHelp')} />
        <ScoringField of={of} name="quorum" label={t('score.quorum')} help={t('score.quorumHelp')} />
        <ScoringField of={of} name="alarmRange" label={t('score.alarmRange')} help={t('score.alarmHelp')} />
      </div>
    </>
  );
}

function JudgeFields({ of }: { of: ScoringDraft }) {
  const { t } = useTranslation('scoring-wizard');
  return (
    <Choices legend={t('judges.legend')}>
      <Choice
        type="checkbox"
        name="isBlind"
        value="yes"
        isChosen={of.draft.isBlind}
        title={t('judges.blind')}
        text={t('judges.blindText')}
        onChange={(isBlind) => of.change({ isBlind })}
      />
      <Choice
        type="checkbox"
        name="excludesSameRegion"
        value="yes"
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
  return (
    <>
      <ScoringField of={of} name="weight" label={t('result.weight')} help={t('result.weightHelp')} />
      <ShareBar parts={parts} />
      <Choices legend={t('result.form')}>
        {forms.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="form"
            value={one}
            isChosen={of.draft.form === one}
            title={t(`result.forms.${one}.title`)}
            text={t(`result.forms.${one}.text`)}
            onChange={() => of.change({ form: one })}
          />
        ))}
      </Choices>
    </>
  );
}
