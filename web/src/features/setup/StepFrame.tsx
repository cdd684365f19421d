import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../ui/ActionBar';
import { Notice } from '../../ui/Notice';
import classes from './SetUp.module.css';
import type { StepForm } from './useStepForm';

interface Props {
  form: Pick<StepForm<unknown>, 'hasChanges' | 'isSaving' | 'problem' | 'news' | 'save' | 'discard'>;
  onSaved: () => Promise<void>;
  /** To the next step; there is none after the last. */
  onNext?: (() => void) | undefined;
  children: ReactNode;
}

/** What all steps have: what came of saving, and the bar that saves and goes on. */
export function StepFrame({ form, onSaved, onNext, children }: Props) {
  const { t } = useTranslation('setup');
  return (
    <>
      <div className={classes.fields}>{children}</div>
      <div className={classes.news}>
        <div role="status">
          {form.news && (
            <Notice tone="good">
              {form.news.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </Notice>
          )}
        </div>
        <div role="alert">{form.problem && <Notice tone="trouble">{form.problem}</Notice>}</div>
      </div>
      <ActionBar label={t('bar')}>
        <span className={classes.state}>{form.hasChanges ? t('changed') : ''}</span>
        <span className={classes.actions}>
          {form.hasChanges && (
            <Button variant="default" disabled={form.isSaving} onClick={form.discard}>
              {t('discard')}
            </Button>
          )}
          {form.hasChanges || !onNext ? (
            <Button loading={form.isSaving} disabled={!form.hasChanges} onClick={() => void form.save(onSaved)}>
              {t('save')}
            </Button>
          ) : (
            <Button onClick={onNext}>{t('next')}</Button>
          )}
        </span>
      </ActionBar>
    </>
  );
}
