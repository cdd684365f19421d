import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { steps, type Step } from './draft';
import classes from './StepNav.module.css';

interface Props {
  step: Step;
  /** Steps with something wrong in them, and steps on which there is advice. */
  wrong: ReadonlySet<Step>;
  advised: ReadonlySet<Step>;
  /** Nothing is left to declare, so the last step is for reading. */
  isFrozen: boolean;
  onGo: (step: Step) => void;
}

/** The steps of the wizard; any of them may be gone to at any time. */
export function StepNav({ step, wrong, advised, isFrozen, onGo }: Props) {
  const { t } = useTranslation('rule-wizard');
  const list = useRef<HTMLOListElement>(null);
  // On a phone the step one is at may lie beyond the edge.
  useEffect(() => {
    const current = list.current?.children[steps.indexOf(step)];
    if (!list.current || !(current instanceof HTMLElement)) return;
    list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2;
  }, [step]);
  return (
    <nav aria-label={t('steps.label')}>
      <ol ref={list} className={classes.steps}>
        {steps.map((one, index) => (
          <li key={one}>
            <button
              type="button"
              className={classes.step}
              aria-current={one === step ? 'step' : undefined}
              onClick={() => onGo(one)}
            >
              <span className={classes.number}>{index + 1}</span>
              <span className={classes.name}>
                {one === 'declare' && isFrozen ? t('steps.declared') : t(`steps.${one}`)}
              </span>
              {wrong.has(one) ? (
                <IconAlertTriangle size={16} role="img" aria-label={t('steps.wrong')} className={classes.wrong} />
              ) : (
                advised.has(one) && (
                  <IconBulb size={16} role="img" aria-label={t('steps.advised')} className={classes.advised} />
                )
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
