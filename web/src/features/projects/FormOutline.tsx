import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FormOutline.module.css';
import { partNames, type PartName } from './project-fields';

interface Props {
  current: PartName;
  isDone: (part: PartName) => boolean;
  onGo: (part: PartName) => void;
}

/** On a desk: the parts of the form beside it, with a tick at what is written. */
export function FormOutline({ current, isDone, onGo }: Props) {
  const { t } = useTranslation('projects');
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={classes.outline}>
        {partNames.map((part) => (
          <li key={part}>
            <button
              type="button"
              className={classes.part}
              aria-current={part === current ? 'step' : undefined}
              onClick={() => onGo(part)}
            >
              <span className={classes.mark} data-done={isDone(part) || undefined} aria-hidden="true">
                {isDone(part) && <IconCheck size={14} />}
              </span>
              {t(`parts.${part}`)}
              {part !== 'submit' && (
                <span className="visually-hidden">{isDone(part) ? t('steps.done') : t('steps.todo')}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** On a phone: where one is, as a sentence and a row of bars to jump by. */
export function FormSteps({ current, isDone, onGo, saved }: Props & { saved: ReactNode }) {
  const { t } = useTranslation('projects');
  return (
    <nav className={classes.steps} aria-label={t('steps.label')}>
      <div className={classes.row}>
        <p className={classes.place}>
          {t('steps.place', { place: partNames.indexOf(current) + 1, count: partNames.length })}
        </p>
        {saved}
      </div>
      <ol className={classes.bars}>
        {partNames.map((part) => (
          <li key={part}>
            <button
              type="button"
              className={classes.bar}
              data-done={isDone(part) || undefined}
              aria-current={part === current ? 'step' : undefined}
              aria-label={t(`parts.${part}`)}
              onClick={() => onGo(part)}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}
