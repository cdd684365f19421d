import type { ReactNode } from 'react';
import { Outcome } from '../../forms/Outcome';
import { SaveBar } from '../../forms/SaveBar';
import { Stack } from '../../ui/layout/Stack';
import type { StepForm } from './useStepForm';

interface Props {
  form: Pick<StepForm<unknown>, 'hasChanges' | 'isSaving' | 'problem' | 'news' | 'save' | 'discard'>;
  onNext?: (() => void) | undefined;
  children: ReactNode;
}

/** What all steps have: what came of saving, and the bar that saves and goes on. */
export function StepFrame({ form, onNext, children }: Props) {
  const news = form.news.length > 0 && form.news.map((sentence) => <p key={sentence}>{sentence}</p>);
  return (
    <>
      <Stack gap={5}>{children}</Stack>
      <Outcome news={news} problem={form.problem} />
      <SaveBar form={form} onSave={form.save} onNext={onNext} />
    </>
  );
}
