import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ActionBar } from '../../ui/ActionBar';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { AdviceList, type Advice } from '../../ui/wizard/AdviceList';
import { Preview } from '../../ui/wizard/Preview';
import { StepHeading } from '../../ui/wizard/StepHeading';
import { StepNav } from '../../ui/wizard/StepNav';
import classes from '../../ui/wizard/Wizard.module.css';
import { Outcome } from '../Outcome';
import type { ActState } from '../useAct';
import type { RuleDraft } from './useRuleDraft';

interface Props<Step extends string> {
  /** In order; on the last one the rule is declared. */
  steps: readonly { id: Step; name: string; title: string; intro: string }[];
  stepOfField: (field: string) => Step;
  of: Pick<RuleDraft<unknown, unknown>, 'rule' | 'wrongFields' | 'hasChanges' | 'isResumed' | 'discard' | 'declare'>;
  isFrozen: boolean;
  advice: readonly (Advice & { step: Step })[];
  onTake: (id: string) => void;
  previewTitle: string;
  /** The rule in the sentences that people will read. */
  sentences: ReactNode;
  /** What else is read before it is declared. */
  more?: ReactNode;
  act: ActState;
  /** What is said once it is declared. */
  news: ReactNode;
  children: (step: Step) => ReactNode;
}

/** A rule from its first question to its declaration, step by step, with its sentences beside it. */
export function WizardShell<Step extends string>({
  steps,
  of,
  isFrozen,
  advice,
  act,
  children,
  ...props
}: Props<Step>) {
  const { t } = useTranslation('forms');
  const [search, setSearch] = useSearchParams();
  const [isDeclared, setDeclared] = useState(false);
  const asked = steps.findIndex(({ id }) => id === search.get('step'));
  const place = asked >= 0 ? asked : isFrozen ? steps.length - 1 : 0;
  const step = steps[place];
  if (!step) return null;
  const isLast = place === steps.length - 1;
  const wrong = new Set<string>(of.wrongFields.map(props.stepOfField));
  const wrongSteps = steps.slice(0, -1).filter(({ id }) => wrong.has(id));
  const shown = isLast ? advice : advice.filter((one) => one.step === step.id);
  const adviceTitle = t('advice', { count: advice.length });
  const adviceList = <AdviceList label={adviceTitle} advice={shown} onTake={props.onTake} />;
  const isStale = of.rule === null;
  const go = (to: string | undefined) => to && setSearch({ step: to }, { replace: true });
  const declare = async () => {
    setDeclared(false);
    setDeclared(await of.declare());
  };
  return (
    <>
      <StepNav
        label={t('steps.label')}
        steps={steps}
        step={step.id}
        wrong={wrong}
        advised={new Set(advice.map((one) => one.step))}
        words={{ wrong: t('steps.wrong'), advised: t('steps.advised') }}
        onGo={go}
      />
      {of.isResumed && (
        <Notice>
          <p>{t('resumed')}</p>
          <Button variant="default" onClick={of.discard} className="self-start">
            {t('discard')}
          </Button>
        </Notice>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <StepHeading step={step.id} title={step.title} intro={step.intro} />
          {isLast ? (
            <>
              <Outcome news={isDeclared && props.news} problem={act.problem} />
              {wrong.size > 0 && (
                <Notice tone="trouble">
                  <p>{t('wrong')}</p>
                  <Row gap={2}>
                    {wrongSteps.map(({ id, name }) => (
                      <Button key={id} variant="default" onClick={() => go(id)}>
                        {name}
                      </Button>
                    ))}
                  </Row>
                </Notice>
              )}
              <Card tone="raised" pad={5} gap={4} data-stale={isStale || undefined}>
                {props.sentences}
              </Card>
              {props.more}
            </>
          ) : (
            <>
              <Stack as="fieldset" gap={6} disabled={isFrozen}>
                {children(step.id)}
              </Stack>
              {adviceList}
            </>
          )}
        </div>
        {!isLast && (
          <Preview title={props.previewTitle} isStale={isStale}>
            {isStale && <p className="soft">{t('previewStale')}</p>}
            {props.sentences}
          </Preview>
        )}
        {isLast && advice.length > 0 && (
          <Stack as="aside" gap={4} className={classes.advice} aria-labelledby="rule-advice">
            <h2 id="rule-advice">{adviceTitle}</h2>
            {adviceList}
          </Stack>
        )}
      </div>
      <ActionBar label={t('steps.label')}>
        <Row gap={3} justify="between" className="fill">
          <Button variant="default" disabled={place === 0} onClick={() => go(steps[place - 1]?.id)}>
            {t('back')}
          </Button>
          {!isLast && <Button onClick={() => go(steps[place + 1]?.id)}>{t('next')}</Button>}
          {isLast && !isFrozen && (
            <Button
              color="seal"
              loading={act.isBusy}
              disabled={of.rule === null || !of.hasChanges}
              onClick={() => void declare()}
            >
              {t(of.hasChanges || of.rule === null ? 'declare' : 'isDeclared')}
            </Button>
          )}
        </Row>
      </ActionBar>
    </>
  );
}
