import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { stepOfAdvice, type Circumstances, type ScoringAdvice } from '../../features/scoring-rule/advice';
import { steps, stepsOf } from '../../features/scoring-rule/draft';
import { criteriaIn, rubricsIn } from '../../features/scoring-rule/rubrics';
import { RubricTable } from '../../features/scoring-rule/RubricTable';
import { ScoringFields } from '../../features/scoring-rule/ScoringFields';
import { ScoringSentences } from '../../features/scoring-rule/ScoringSentences';
import { judgingStages, sharesOf, type JudgingStage, type RuledCompetition } from '../../features/scoring-rule/shares';
import { useScoringDraft } from '../../features/scoring-rule/useScoringDraft';
import { DeclareScoringRuleDocument } from '../../gql/DeclareScoringRule';
import { ActionBar } from '../../ui/ActionBar';
import { Notice } from '../../ui/Notice';
import { AdviceList, type Advice } from '../../ui/wizard/AdviceList';
import { StepNav } from '../../ui/wizard/StepNav';
import { useHeadingFocus } from '../../ui/wizard/useHeadingFocus';
import classes from '../../ui/wizard/Wizard.module.css';

interface Props {
  competition: RuledCompetition;
  stage: JudgingStage;
  isFrozen: boolean;
  circumstances: Circumstances;
}

/** Step by step, with the sentences that everybody will read beside it. */
export function ScoringWizard({ competition, stage, isFrozen, circumstances }: Props) {
  const { t } = useTranslation('scoring-wizard');
  const [search, setSearch] = useSearchParams();
  const step = steps.find((one) => one === search.get('step')) ?? (isFrozen ? 'declare' : 'method');
  const rule = useScoringDraft(stage, isFrozen, circumstances);
  const [declare, { loading }] = useMutation(DeclareScoringRuleDocument);
  const [news, setNews] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const heading = useHeadingFocus(step);
  const wrong = stepsOf([...Object.keys(rule.problems), ...Object.keys(rule.refused)]);
  const advised = new Set<string>(rule.advice.map((one) => stepOfAdvice[one]));
  const place = steps.indexOf(step);
  const isRead = isFrozen && step === 'declare';
  const criteria = criteriaIn(competition, stage.id);
  const { publicWeight } = competition.ballotRule;
  const stages = judgingStages(competition);
  const shares = sharesOf(
    stages.map(({ id, scoringRule }) => ({ id, weight: id === stage.id ? rule.lastRule.weight : scoringRule.weight })),
    publicWeight,
  );
  const parts = [
    ...stages.map(({ id, name }) => ({ id, name, share: shares.get(id) ?? 0, isThis: id === stage.id })),
    { id: 'public', name: t('result.public'), share: Number(publicWeight), isThis: false },
  ];
  const sentences = (
    <ScoringSentences
      rule={rule.lastRule}
      share={shares.get(stage.id) ?? 0}
      publicWeight={publicWeight}
      criteria={criteria}
    />
  );
  const inWords = (one: ScoringAdvice): Advice => ({
    id: one,
    what: t(`advice.${one}.do`),
    why: t(`advice.${one}.why`),
    ...(one === 'openPages' ? {} : { take: t(`advice.${one}.take`) }),
  });
  const take = (id: string) => {
    const taken = rule.advice.find((one) => one === id);
    if (taken) rule.take(taken);
  };
  const adviceTitle = t('advice.title', { count: rule.advice.length });
  const go = (to: string | undefined) => to && setSearch({ step: to }, { replace: true });

  const submit = async () => {
    if (!rule.rule) return;
    setProblem(undefined);
    setNews(undefined);
    const answer = await declare({ variables: { input: { stageId: stage.id, ...rule.rule } } }).catch(() => undefined);
    const result = answer?.data?.declareScoringRule;
    switch (result?.__typename) {
      case 'DeclareScoringRuleSuccess':
        rule.discard();
        setNews(t('declare.done'));
        return;
      case 'InvalidInputError':
        rule.refuse(result.fields);
        setProblem(result.message);
        return;
      case 'ScoringRuleFrozenError':
      case 'UnknownCriterionError':
        setProblem(result.message);
        return;
      default:
        setProblem(t('declare.network'));
    }
  };

  return (
    <>
      <StepNav
        label={t('steps.label')}
        steps={steps.map((id) => ({
          id,
          name: id === 'declare' && isFrozen ? t('steps.declared') : t(`steps.${id}`),
        }))}
        step={step}
        wrong={wrong}
        advised={advised}
        words={{ wrong: t('steps.wrong'), advised: t('steps.advised') }}
        onGo={go}
      />
      {rule.isResumed && (
        <Notice>
          <p>{t('resumed')}</p>
          <Button variant="default" onClick={rule.discard} className={classes.inNotice}>
            {t('discard')}
          </Button>
        </Notice>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <div>
            <h2 ref={heading} tabIndex={-1} className={classes.title}>
              {isRead ? t('titles.declared') : t(`titles.${step}`)}
            </h2>
            <p className={classes.intro}>{isRead ? t('intros.declared') : t(`intros.${step}`)}</p>
          </div>
          {step === 'declare' ? (
            <>
              <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
              <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
              {wrong.size > 0 && (
                <Notice tone="trouble">
                  <p>{t('declare.wrong')}</p>
                  <p className={classes.wrong}>
                    {steps
                      .filter((one) => wrong.has(one) && one !== 'declare')
                      .map((one) => (
                        <Button key={one} variant="default" onClick={() => go(one)}>
                          {t(`steps.${one}`)}
                        </Button>
                      ))}
                  </p>
                </Notice>
              )}
              <div className={classes.sheet} data-stale={rule.rule === null || undefined}>
                {sentences}
              </div>
              <div className={classes.sheet}>
                {rubricsIn(competition, stage.id).map((held) => (
                  <RubricTable key={held.rubric.id} held={held} scale={rule.lastRule.scale} />
                ))}
              </div>
            </>
          ) : (
            <>
              <fieldset className={classes.fields} disabled={isFrozen}>
                <ScoringFields step={step} of={rule} criteria={criteria} parts={parts} />
              </fieldset>
              <AdviceList
                label={adviceTitle}
                advice={rule.advice.filter((one) => stepOfAdvice[one] === step).map(inWords)}
                onTake={take}
              />
            </>
          )}
        </div>
        {step === 'declare' ? (
          rule.advice.length > 0 && (
            <aside className={classes.advice} aria-labelledby="rule-advice">
              <h2 id="rule-advice">{adviceTitle}</h2>
              <AdviceList label={adviceTitle} advice={rule.advice.map(inWords)} onTake={take} />
            </aside>
          )
        ) : (
          <aside
            className={classes.preview}
            aria-labelledby="rule-preview"
            data-stale={rule.rule === null || undefined}
            // It may be longer than the screen, and then it has to scroll by keys, too.
            tabIndex={0}
          >
            <h2 id="rule-preview">{t('preview')}</h2>
            {rule.rule === null && <p className={classes.intro}>{t('previewStale')}</p>}
            {sentences}
          </aside>
        )}
      </div>
      <ActionBar label={t('steps.label')}>
        <div className={classes.bar}>
          <Button variant="default" disabled={place === 0} onClick={() => go(steps[place - 1])}>
            {t('back')}
          </Button>
          {step !== 'declare' && <Button onClick={() => go(steps[place + 1])}>{t('next')}</Button>}
          {step === 'declare' && !isFrozen && (
            <Button
              color="seal"
              loading={loading}
              disabled={rule.rule === null || !rule.hasChanges}
              onClick={() => void submit()}
            >
              {t(rule.hasChanges || rule.rule === null ? 'declare.action' : 'declare.isDeclared')}
            </Button>
          )}
        </div>
      </ActionBar>
    </>
  );
}
