import { IconCheck, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import classes from './FormOutline.module.css';

/** A part of the form, as it is called. */
export interface FormPart {
  key: string;
  name: string;
}

interface Props {
  parts: readonly FormPart[];
  current: string;
  isDone: (part: string) => boolean;
  onGo: (part: string) => void;
  /** The parts in which somebody else writes; said in words beside. */
  busy?: readonly (string | null)[];
}

/** On a desk: the parts of the form beside it, with a tick at what is written. */
export function FormOutline({ parts, current, isDone, onGo, busy = [] }: Props) {
  const { t } = useTranslation('projects');
  return (
    <nav aria-label={t('steps.label')}>
      <Stack as="ol" gap={1}>
        {parts.map(({ key: part, name }) => (
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
              {name}
              {part !== 'submit' && (
                <span className="visually-hidden">{isDone(part) ? t('steps.done') : t('steps.todo')}</span>
              )}
              {busy.includes(part) && <IconUsers size={16} className="gold push" aria-hidden="true" />}
            </button>
          </li>
        ))}
      </Stack>
    </nav>
  );
}

/** On a phone: where one is, as a sentence and a row of bars to jump by. */
export function FormSteps({ parts, current, isDone, onGo, saved }: Props & { saved: ReactNode }) {
  const { t } = useTranslation('projects');
  return (
    <Stack as="nav" aria-label={t('steps.label')}>
      <Row gap={4} rowGap={0} justify="between">
        <p className="faint small">
          {t('steps.place', { place: parts.findIndex(({ key }) => key === current) + 1, count: parts.length })}
        </p>
        {saved}
      </Row>
      <ol className={classes.bars}>
        {parts.map(({ key: part, name }) => (
          <li key={part}>
            <button
              type="button"
              className={classes.bar}
              data-done={isDone(part) || undefined}
              aria-current={part === current ? 'step' : undefined}
              aria-label={name}
              onClick={() => onGo(part)}
            />
          </li>
        ))}
      </ol>
    </Stack>
  );
}
