import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../ui/ActionBar';
import { Row } from '../ui/layout/Row';
import classes from './SaveBar.module.css';
import type { KeptDraft } from './useKeptDraft';

interface Props {
  form: Pick<KeptDraft<unknown>, 'hasChanges' | 'isSaving' | 'discard'>;
  /** What is said of the state without changes. */
  still?: string;
  /** The verb on the button. */
  action?: string;
  onSave: () => Promise<void>;
  /** To the next step, once there is nothing to save. */
  onNext?: (() => void) | undefined;
}

/** Whether what is written is saved, and the buttons that save it, drop it, or go on. */
export function SaveBar({ form, still = '', action, onSave, onNext }: Props) {
  const { t } = useTranslation('forms');
  return (
    <ActionBar label={t('save.label')}>
      <span className={classes.state}>{form.hasChanges ? t('save.changed') : still}</span>
      <Row gap={3} justify="end" className="push">
        {form.hasChanges && (
          <Button variant="default" disabled={form.isSaving} onClick={form.discard}>
            {t('save.discard')}
          </Button>
        )}
        {form.hasChanges || !onNext ? (
          <Button loading={form.isSaving} disabled={!form.hasChanges} onClick={() => void onSave()}>
            {action ?? t('save.action')}
          </Button>
        ) : (
          <Button onClick={onNext}>{t('next')}</Button>
        )}
      </Row>
    </ActionBar>
  );
}

/** Leads to the next step where there is nothing to save. */
export function NextBar({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation('forms');
  return (
    <ActionBar label={t('steps.label')}>
      <Button onClick={onNext} className="push">
        {t('next')}
      </Button>
    </ActionBar>
  );
}
