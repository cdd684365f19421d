import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AdviceList } from '../../features/ballot-rule/AdviceList';
import { stepOfAdvice, steps, stepsOf, type Step } from '../../features/ballot-rule/draft';
import { StepFields } from '../../features/ballot-rule/StepFields';
import { StepNav } from '../../features/ballot-rule/StepNav';
import { useRuleDraft } from '../../features/ballot-rule/useRuleDraft';
import { DeclareBallotRuleDocument } from '../../gql/DeclareBallotRule';
import type { RuleDraft_competitionFragment } from '../../gql/RuleDraft_competition';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { Notice } from '../../ui/Notice';
import { RuleSentences } from '../../words/RuleSentences';
import classes from './RuleWizard.module.css';

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

  const go = (to: Step | undefined) => to && setSearch({ step: to }, { replace: true });
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
      <StepNav step={step} wrong={wrong} advised={advised} isFrozen={isFrozen} onGo={go} />
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
                <AdviceList advice={rule.advice.filter((one) => stepOfAdvice[one] === step)} onTake={rule.take} />
              )}
            </>
          )}
        </div>
        {step === 'declare' ? (
          !isFrozen &&
          rule.advice.length > 0 && (
            <aside className={classes.advice} aria-labelledby="rule-advice">
              <h2 id="rule-advice">{t('advice.title', { count: rule.advice.length })}</h2>
              <AdviceList advice={rule.advice} onTake={rule.take} />
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

/** Whoever goes on to another step by keys or by ear begins at its heading. */
function useHeadingFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [step]);
  return heading;
}
