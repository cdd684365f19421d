import { useMutation } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SetSubmissionRuleDocument } from '../../gql/SetSubmissionRule';
import { Choice, Choices } from '../../ui/wizard/Choice';
import type { StepProps } from './BasicsStep';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import { useStepForm } from './useStepForm';

const graces = [0, 10, 30, 60, 120, 1440];
const filesGraces = [0, 1440, 2880, 4320, 7200, 10_080];
const reviewers = [1, 2, 3, 4, 5];

/** How entries are handed in and reviewed; once submissions have opened, it gives and does not take. */
export function SubmissionsStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const [send] = useMutation(SetSubmissionRuleDocument);
  const { id, submissionRule: rule } = competition;
  const saved = {
    graceMinutes: rule.graceMinutes,
    filesGraceMinutes: rule.filesGraceMinutes,
    entriesPerOrganization: rule.entriesPerOrganization === null ? '' : `${rule.entriesPerOrganization}`,
    reviewersNeeded: rule.reviewersNeeded,
    holdsDecisions: rule.holdsDecisions,
    correctionDays: `${rule.correctionDays}`,
  };
  const form = useStepForm(`laurel.setup.${id}.submissions`, saved, async ({ ...draft }) => {
    const input = {
      competitionId: id,
      ...draft,
      entriesPerOrganization:
        draft.entriesPerOrganization === '' ? null : Math.trunc(Number(draft.entriesPerOrganization)),
      correctionDays: Math.trunc(Number(draft.correctionDays)) || 0,
    };
    const answer = await send({ variables: { input }, context: { staysOnPage: true } });
    const result = answer.data?.setSubmissionRule;
    if (result?.__typename !== 'SubmissionRuleStandsError') return result;
    return { ...result, fields: result.fieldNames.map((path) => ({ path, message: t('submissions.stands') })) };
  });
  const { draft, errorAt } = form;
  const change = (values: Partial<typeof saved>) => form.change({ ...draft, ...values });
  const length = (minutes: number) => {
    if (minutes === 0) return t('submissions.nothing');
    if (minutes % 1440 === 0) return t('submissions.days', { count: minutes / 1440 });
    if (minutes % 60 === 0) return t('submissions.hours', { count: minutes / 60 });
    return t('submissions.minutes', { count: minutes });
  };
  // What was said elsewhere, in other lengths, can be kept.
  const lengths = (usual: number[], now: number) =>
    [...new Set([...usual, now])]
      .toSorted((a, b) => a - b)
      .map((minutes) => ({
        value: `${minutes}`,
        label: length(minutes),
      }));
  return (
    <StepFrame form={form} onSaved={onSaved} onNext={onNext}>
      <ul className={classes.sentences} aria-label={t('submissions.now')}>
        {rule.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={classes.pair}>
        <NativeSelect
          label={t('submissions.grace')}
          description={t('submissions.graceHelp')}
          value={`${draft.graceMinutes}`}
          data={lengths(graces, rule.graceMinutes)}
          error={errorAt('graceMinutes')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => change({ graceMinutes: Number(currentTarget.value) })}
        />
        <NativeSelect
          label={t('submissions.filesGrace')}
          description={t('submissions.filesGraceHelp')}
          value={`${draft.filesGraceMinutes}`}
          data={lengths(filesGraces, rule.filesGraceMinutes)}
          error={errorAt('filesGraceMinutes')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => change({ filesGraceMinutes: Number(currentTarget.value) })}
        />
        <TextInput
          label={t('submissions.entries')}
          description={t('submissions.entriesHelp')}
          placeholder={t('submissions.anyNumber')}
          value={draft.entriesPerOrganization}
          inputMode="numeric"
          autoComplete="off"
          error={errorAt('entriesPerOrganization')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) =>
            change({ entriesPerOrganization: currentTarget.value.replaceAll(/\D/g, '').slice(0, 3) })
          }
        />
        <TextInput
          label={t('submissions.correction')}
          description={t('submissions.correctionHelp')}
          value={draft.correctionDays}
          inputMode="numeric"
          autoComplete="off"
          error={errorAt('correctionDays')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) =>
            change({ correctionDays: currentTarget.value.replaceAll(/\D/g, '').slice(0, 2) })
          }
        />
        <NativeSelect
          label={t('submissions.reviewers')}
          description={t('submissions.reviewersHelp')}
          value={`${draft.reviewersNeeded}`}
          data={reviewers.map((count) => ({ value: `${count}`, label: t('submissions.people', { count }) }))}
          error={errorAt('reviewersNeeded')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => change({ reviewersNeeded: Number(currentTarget.value) })}
        />
      </div>
      <Choices legend={t('submissions.review')} error={errorAt('holdsDecisions')}>
        <Choice
          type="checkbox"
          name="holdsDecisions"
          value="yes"
          isChosen={draft.holdsDecisions}
          title={t('submissions.holds')}
          text={t('submissions.holdsText')}
          onChange={(holdsDecisions) => change({ holdsDecisions })}
        />
      </Choices>
    </StepFrame>
  );
}
