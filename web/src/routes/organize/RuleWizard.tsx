import { useMutation } from '@apollo/client/react';
import type { BallotAdvice } from '@laurel/schema/ballot-rule';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { stepOfAdvice, steps, stepsOf, type Step } from '../../features/ballot-rule/draft';
import { StepFields } from '../../features/ballot-rule/StepFields';
import { useRuleDraft } from '../../features/ballot-rule/useRuleDraft';
import { DeclareBallotRuleDocument } from '../../gql/DeclareBallotRule';
import type { RuleDraft_competitionFragment } from '../../gql/RuleDraft_competition';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { Notice } from '../../ui/Notice';
import { AdviceList } from '../../ui/wizard/AdviceList';
import { StepNav } from '../../ui/wizard/StepNav';
import { useHeadingFocus } from '../../ui/wizard/useHeadingFocus';
import classes from '../../ui/wizard/Wizard.module.css';
import { RuleSentences } from '../../words/RuleSentences';

interface Props {
  competition: RuleDraft_competitionFragment;
  isFrozen: boolean;
}

/** Step by step, with the sentences that voters will read beside it. */
export function RuleWizard({ competition, isFrozen }: Props) {
  const { t } = useTranslation('rule-wizard');
  const [search, setSearch] = useSearchParams();
  const step = steps.find((one) => one === search.get('step')) ?? (isFrozen ? 'declare' : 'ballot');
  const rule = useRuleDraft(competition, isFrozen);
  const [declare, { loading }] = useMutation(DeclareBallotRuleDocument);
  const [news, setNews] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const wrong = stepsOf([...Object.keys(rule.problems), ...Object.keys(rule.refused)]);
  const advised = new Set<Step>(isFrozen ? [] : rule.advice.map((one) => stepOfAdvice[one]));
  const place = steps.indexOf(step);
  const heading = useHeadingFocus(step);
  const isRead = isFrozen && step === 'declare';

  const inWords = (one: BallotAdvice) => ({
    id: one,
    what: t(`advice.${one}.do`),
    why: t(`advice.${one}.why`),
    figure: t(`advice.${one}.figure`),
    take: t(`advice.${one}.take`),
  });
  const takeIt = (id: string) => {
    const taken = rule.advice.find((one) => one === id);
    if (taken) rule.take(taken);
  };
  const go = (to: string | undefined) => to && setSearch({ step: to }, { replace: true });
  const submit = async () => {
    if (!rule.rule) return;
    setProblem(undefined);
    setNews(undefined);
    const input = { competitionId: competition.id, ...rule.rule };
    const answer = await declare({ variables: { input } }).catch(() => undefined);
    const result = answer?.data?.declareBallotRule;
    switch (result?.__typename) {
      case 'DeclareBallotRuleSuccess':
        rule.discard();
        setNews(t('declare.done'));
        return;
      case 'InvalidInputError':
        rule.refuse(result.fields);
        setProblem(result.message);
        return;
      case 'BallotRuleFrozenError':
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
              <div role="status">
                {news && (
                  <Notice tone="good">
                    <p>{news}</p>
                    <ButtonLink to={`/c/${competition.slug}`} variant="default" className={classes.inNotice}>
                      {t('declare.toCompetition')}
                    </ButtonLink>
                  </Notice>
                )}
              </div>
              <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
              {wrong.size > 0 && (
                <Notice tone="trouble">
                  <p>{t('declare.wrong')}</p>
                  <p className={classes.wrong}>
                    {[...wrong]
                      .filter((one) => one !== 'declare')
                      .map((one) => (
                        <Button key={one} variant="default" onClick={() => go(one)}>
                          {t(`steps.${one}`)}
                        </Button>
                      ))}
                  </p>
                </Notice>
              )}
              <div className={classes.sheet} data-stale={rule.rule === null || undefined}>
                <RuleSentences rule={rule.lastRule} />
              </div>
            </>
          ) : (
            <>
              <fieldset className={classes.fields} disabled={isFrozen}>
                <StepFields step={step} of={rule} />
              </fieldset>
              {!isFrozen && (
                <AdviceList
                  label={t('advice.title', { count: rule.advice.length })}
                  advice={rule.advice.filter((one) => stepOfAdvice[one] === step).map(inWords)}
                  onTake={takeIt}
                />
              )}
            </>
          )}
        </div>
        {step === 'declare' ? (
          !isFrozen &&
          rule.advice.length > 0 && (
            <aside className={classes.advice} aria-labelledby="rule-advice">
              <h2 id="rule-advice">{t('advice.title', { count: rule.advice.length })}</h2>
              <AdviceList
                label={t('advice.title', { count: rule.advice.length })}
                advice={rule.advice.map(inWords)}
                onTake={takeIt}
              />
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
            <RuleSentences rule={rule.lastRule} />
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
