import type { BallotRuleInput } from '@laurel/schema/ballot-rule';
import { useTranslation } from 'react-i18next';
import { RuleField } from '../../forms/wizard/RuleField';
import type { RuleDraft } from '../../forms/wizard/useRuleDraft';
import { useLanguage } from '../../i18n/useLanguage';
import { StackedBar } from '../../ui/chart/StackedBar';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { Choice, Choices, RadioChoices } from '../../ui/wizard/Choice';
import { BallotPicture } from './BallotPicture';
import { kinds, levels, publicForms, visibilities, withKind, type Draft, type Level, type Step } from './draft';
import classes from './StepFields.module.css';

interface Of {
  of: RuleDraft<Draft, BallotRuleInput>;
}

/** The fields of one step of the wizard. */
export function StepFields({ step, of }: Of & { step: Step }) {
  switch (step) {
    case 'ballot':
      return <BallotFields of={of} />;
    case 'limits':
      return <LimitFields of={of} />;
    case 'voters':
      return <VoterFields of={of} />;
    case 'counts':
      return <CountFields of={of} />;
    default:
      return <WeightFields of={of} />;
  }
}

function BallotFields({ of }: Of) {
  const { t } = useTranslation('rule-wizard');
  const { kind } = of.draft;
  return (
    <>
      <RadioChoices
        legend={t('ballot.kind')}
        isWide
        name="kind"
        value={kind}
        options={kinds.map((value) => ({
          value,
          title: t(`ballot.${value}.title`),
          text: t(`ballot.${value}.text`),
          picture: <BallotPicture kind={value} />,
        }))}
        onChange={(next) => of.write(withKind(of.draft, next))}
      />
      {kind !== 'TAP' && (
        <Columns gap={5} from="phone" align="start">
          <RuleField of={of} name="minChoices" label={t('ballot.minChoices')} help={t('ballot.minChoicesHelp')} />
          <RuleField of={of} name="maxChoices" label={t('ballot.maxChoices')} help={t('ballot.maxChoicesHelp')} />
        </Columns>
      )}
      {kind === 'POINTS' && (
        <Columns gap={5} from="phone" align="start">
          <RuleField of={of} name="maxPoints" label={t('ballot.maxPoints')} />
          <RuleField of={of} name="maxSum" label={t('ballot.maxSum')} />
        </Columns>
      )}
    </>
  );
}

function LimitFields({ of }: Of) {
  const { t } = useTranslation('rule-wizard');
  const what = of.draft.kind === 'TAP' ? 'tap' : 'ballot';
  return (
    <>
      <Columns gap={5} from="phone" align="start">
        <RuleField of={of} name="votesPerDay" label={t(`limits.${what}sPerDay`)} help={t('limits.perDayHelp')} />
        <RuleField
          of={of}
          name="votesPerStage"
          label={t(`limits.${what}sPerStage`)}
          help={t('limits.perStageHelp')}
          none={t('limits.noLimit')}
        />
        <RuleField
          of={of}
          name="votesPerCategory"
          label={t('limits.perCategory')}
          help={t('limits.perCategoryHelp')}
          none={t('limits.noLimit')}
        />
        <RuleField
          of={of}
          name="votesPerEntry"
          label={t('limits.perEntry')}
          help={t('limits.perEntryHelp')}
          none={t('limits.onceADay')}
        />
      </Columns>
      <Choices legend={t('limits.also')}>
        <Choice
          name="excludesOwnOrganization"
          isChosen={of.draft.excludesOwnOrganization}
          title={t('limits.excludesOwn')}
          text={t('limits.excludesOwnText')}
          onChange={(excludesOwnOrganization) => of.change({ excludesOwnOrganization })}
        />
        <Choice
          name="mayRetract"
          isChosen={of.draft.mayRetract}
          title={t('limits.mayRetract')}
          text={t('limits.mayRetractText')}
          onChange={(mayRetract) => of.change({ mayRetract })}
        />
      </Choices>
    </>
  );
}

function VoterFields({ of }: Of) {
  const { t } = useTranslation('rule-wizard');
  const toggle = (level: Level, isChosen: boolean) =>
    of.change({ levels: levels.filter((one) => (one === level ? isChosen : of.draft.levels.includes(one))) });
  return (
    <Choices legend={t('voters.levels')} help={t('voters.levelsHelp')} error={of.errorAt('levels')}>
      {levels.map((level, index) => (
        <Choice
          key={level}
          name="levels"
          value={level}
          isChosen={of.draft.levels.includes(level)}
          title={t(`voters.${level}.title`)}
          text={t(`voters.${level}.text`)}
          picture={<Strength of={4 - index} />}
          onChange={(isChosen) => toggle(level, isChosen)}
        />
      ))}
    </Choices>
  );
}

/** How sure it is that a voter is one person, from one bar to four. */
function Strength({ of }: { of: number }) {
  return (
    <span className={classes.strength} aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <span key={bar} data-full={bar <= of || undefined} />
      ))}
    </span>
  );
}

function CountFields({ of }: Of) {
  const { t } = useTranslation('rule-wizard');
  return (
    <>
      <RadioChoices
        legend={t('counts.counts')}
        name="counts"
        value={of.draft.counts}
        options={visibilities.map((value) => ({
          value,
          title: t(`counts.${value}.title`),
          text: t(`counts.${value}.text`),
          picture: <span className={classes.count}>{t(`counts.${value}.sample`)}</span>,
        }))}
        onChange={(counts) => of.change({ counts })}
      />
      {of.draft.counts === 'DELAYED' && (
        <Columns gap={5} from="phone" align="start">
          <RuleField of={of} name="countDelayMinutes" label={t('counts.delay')} unit={t('counts.minutes')} />
          <RuleField of={of} name="countRounding" label={t('counts.rounding')} />
        </Columns>
      )}
      <Choices legend={t('counts.fairness')}>
        <Choice
          name="isExposureCorrected"
          isChosen={of.draft.isExposureCorrected}
          title={t('counts.exposure')}
          text={t('counts.exposureText')}
          onChange={(isExposureCorrected) => of.change({ isExposureCorrected })}
        />
      </Choices>
      {of.draft.isExposureCorrected && (
        <RuleField of={of} name="exposureFloor" label={t('counts.floor')} help={t('counts.floorHelp')} />
      )}
    </>
  );
}

function WeightFields({ of }: Of) {
  const { t } = useTranslation('rule-wizard');
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  const weight = Number(of.lastRule.publicWeight);
  const share = (id: 'judges' | 'public', value: number) => ({
    id,
    label: t(`weight.${id}`),
    value,
    text: `${number.format(value)}%`,
  });
  return (
    <>
      <Stack gap={4}>
        <RuleField
          of={of}
          name="publicWeight"
          label={t('weight.weight')}
          help={t('weight.weightHelp')}
          unit="%"
          keys="decimal"
        />
        <StackedBar parts={[share('judges', 100 - weight), share('public', weight)]} />
      </Stack>
      {weight > 0 && (
        <RadioChoices
          legend={t('weight.form')}
          name="publicForm"
          value={of.draft.publicForm}
          options={publicForms.map((value) => ({
            value,
            title: t(`weight.forms.${value}.title`),
            text: t(`weight.forms.${value}.text`),
          }))}
          onChange={(publicForm) => of.change({ publicForm })}
        />
      )}
      <Stack gap={4} className={classes.thresholds}>
        <h3>{t('weight.thresholds')}</h3>
        <p>{t('weight.thresholdsText')}</p>
        <RuleField of={of} name="nightVotes" label={t('weight.night')} none={t('weight.notDeclared')} />
        <RuleField of={of} name="burstVotes" label={t('weight.burst')} none={t('weight.notDeclared')} />
        <RuleField of={of} name="networkVotes" label={t('weight.network')} none={t('weight.notDeclared')} />
      </Stack>
    </>
  );
}
