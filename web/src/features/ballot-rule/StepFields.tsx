import { useTranslation } from 'react-i18next';
import { BallotPicture } from './BallotPicture';
import { Choice, Choices } from '../../ui/wizard/Choice';
import { kinds, levels, publicForms, visibilities, withKind, type Level, type Step } from './draft';
import { NumberField, useProblemWords } from './NumberField';
import classes from './StepFields.module.css';
import type { RuleDraft } from './useRuleDraft';
import { WeightBar } from './WeightBar';

interface Props {
  step: Exclude<Step, 'declare'>;
  of: RuleDraft;
}

/** The fields of one step of the wizard. */
export function StepFields({ step, of }: Props) {
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

function BallotFields({ of }: { of: RuleDraft }) {
  const { t } = useTranslation('rule-wizard');
  const { kind } = of.draft;
  return (
    <>
      <Choices legend={t('ballot.kind')} isWide>
        {kinds.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="kind"
            value={one}
            isChosen={kind === one}
            title={t(`ballot.${one}.title`)}
            text={t(`ballot.${one}.text`)}
            picture={<BallotPicture kind={one} />}
            onChange={() => of.change(withKind(of.draft, one))}
          />
        ))}
      </Choices>
      {kind !== 'TAP' && (
        <div className={classes.pair}>
          <NumberField of={of} name="minChoices" label={t('ballot.minChoices')} help={t('ballot.minChoicesHelp')} />
          <NumberField of={of} name="maxChoices" label={t('ballot.maxChoices')} help={t('ballot.maxChoicesHelp')} />
        </div>
      )}
      {kind === 'POINTS' && (
        <div className={classes.pair}>
          <NumberField of={of} name="maxPoints" label={t('ballot.maxPoints')} />
          <NumberField of={of} name="maxSum" label={t('ballot.maxSum')} />
        </div>
      )}
    </>
  );
}

function LimitFields({ of }: { of: RuleDraft }) {
  const { t } = useTranslation('rule-wizard');
  const what = of.draft.kind === 'TAP' ? 'tap' : 'ballot';
  return (
    <>
      <div className={classes.pair}>
        <NumberField of={of} name="votesPerDay" label={t(`limits.${what}sPerDay`)} help={t('limits.perDayHelp')} />
        <NumberField
          of={of}
          name="votesPerStage"
          label={t(`limits.${what}sPerStage`)}
          help={t('limits.perStageHelp')}
          none={t('limits.noLimit')}
        />
        <NumberField
          of={of}
          name="votesPerCategory"
          label={t('limits.perCategory')}
          help={t('limits.perCategoryHelp')}
          none={t('limits.noLimit')}
        />
        <NumberField
          of={of}
          name="votesPerEntry"
          label={t('limits.perEntry')}
          help={t('limits.perEntryHelp')}
          none={t('limits.onceADay')}
        />
      </div>
      <Choices legend={t('limits.also')}>
        <Choice
          type="checkbox"
          name="excludesOwnOrganization"
          value="yes"
          isChosen={of.draft.excludesOwnOrganization}
          title={t('limits.excludesOwn')}
          text={t('limits.excludesOwnText')}
          onChange={(excludesOwnOrganization) => of.change({ excludesOwnOrganization })}
        />
        <Choice
          type="checkbox"
          name="mayRetract"
          value="yes"
          isChosen={of.draft.mayRetract}
          title={t('limits.mayRetract')}
          text={t('limits.mayRetractText')}
          onChange={(mayRetract) => of.change({ mayRetract })}
        />
      </Choices>
    </>
  );
}

function VoterFields({ of }: { of: RuleDraft }) {
  const { t } = useTranslation('rule-wizard');
  const inWords = useProblemWords();
  const problem = of.problems.levels;
  const toggle = (level: Level, isChosen: boolean) =>
    of.change({ levels: levels.filter((one) => (one === level ? isChosen : of.draft.levels.includes(one))) });
  return (
    <Choices
      legend={t('voters.levels')}
      help={t('voters.levelsHelp')}
      error={of.refused['levels'] ?? (problem && inWords(problem))}
    >
      {levels.map((level, index) => (
        <Choice
          key={level}
          type="checkbox"
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

function CountFields({ of }: { of: RuleDraft }) {
  const { t } = useTranslation('rule-wizard');
  return (
    <>
      <Choices legend={t('counts.counts')}>
        {visibilities.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="counts"
            value={one}
            isChosen={of.draft.counts === one}
            title={t(`counts.${one}.title`)}
            text={t(`counts.${one}.text`)}
            picture={<span className={classes.count}>{t(`counts.${one}.sample`)}</span>}
            onChange={() => of.change({ counts: one })}
          />
        ))}
      </Choices>
      {of.draft.counts === 'DELAYED' && (
        <div className={classes.pair}>
          <NumberField of={of} name="countDelayMinutes" label={t('counts.delay')} unit={t('counts.minutes')} />
          <NumberField of={of} name="countRounding" label={t('counts.rounding')} />
        </div>
      )}
      <Choices legend={t('counts.fairness')}>
        <Choice
          type="checkbox"
          name="isExposureCorrected"
          value="yes"
          isChosen={of.draft.isExposureCorrected}
          title={t('counts.exposure')}
          text={t('counts.exposureText')}
          onChange={(isExposureCorrected) => of.change({ isExposureCorrected })}
        />
      </Choices>
      {of.draft.isExposureCorrected && (
        <NumberField of={of} name="exposureFloor" label={t('counts.floor')} help={t('counts.floorHelp')} />
      )}
    </>
  );
}

function WeightFields({ of }: { of: RuleDraft }) {
  const { t } = useTranslation('rule-wizard');
  return (
    <>
      <div className={classes.weight}>
        <NumberField of={of} name="publicWeight" label={t('weight.weight')} help={t('weight.weightHelp')} unit="%" />
        <WeightBar weight={Number(of.lastRule.publicWeight)} />
      </div>
      {Number(of.lastRule.publicWeight) > 0 && (
        <Choices legend={t('weight.form')}>
          {publicForms.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="publicForm"
              value={one}
              isChosen={of.draft.publicForm === one}
              title={t(`weight.forms.${one}.title`)}
              text={t(`weight.forms.${one}.text`)}
              onChange={() => of.change({ publicForm: one })}
            />
          ))}
        </Choices>
      )}
      <div className={classes.thresholds}>
        <h3>{t('weight.thresholds')}</h3>
        <p>{t('weight.thresholdsText')}</p>
        <NumberField of={of} name="nightVotes" label={t('weight.night')} none={t('weight.notDeclared')} />
        <NumberField of={of} name="burstVotes" label={t('weight.burst')} none={t('weight.notDeclared')} />
        <NumberField of={of} name="networkVotes" label={t('weight.network')} none={t('weight.notDeclared')} />
      </div>
    </>
  );
}
