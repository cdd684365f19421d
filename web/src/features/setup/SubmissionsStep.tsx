import { useTranslation } from 'react-i18next';
import { whole, wholeOrNull } from '../../forms/boxes';
import { LineField } from '../../forms/LineField';
import { SelectField } from '../../forms/SelectField';
import { SetSubmissionRuleDocument } from '../../gql/SetSubmissionRule';
import { Columns } from '../../ui/layout/Columns';
import { Choice, Choices } from '../../ui/wizard/Choice';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import type { StepProps } from './types';
import { useStepForm } from './useStepForm';

const graces = [0, 10, 30, 60, 120, 1440];
const filesGraces = [0, 1440, 2880, 4320, 7200, 10_080];
const reviewers = [1, 2, 3, 4, 5];

/** How entries are handed in and reviewed; once submissions have opened, it gives and does not take. */
export function SubmissionsStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const { id, submissionRule: rule } = competition;
  const saved = {
    graceMinutes: rule.graceMinutes,
    filesGraceMinutes: rule.filesGraceMinutes,
    entriesPerOrganization: rule.entriesPerOrganization === null ? '' : `${rule.entriesPerOrganization}`,
    reviewersNeeded: rule.reviewersNeeded,
    holdsDecisions: rule.holdsDecisions,
    correctionDays: `${rule.correctionDays}`,
  };
  const form = useStepForm(SetSubmissionRuleDocument, {
    key: `${id}.submissions`,
    saved,
    inputOf: (draft) => ({
      competitionId: id,
      ...draft,
      entriesPerOrganization: wholeOrNull(draft.entriesPerOrganization),
      correctionDays: whole(draft.correctionDays) || 0,
    }),
    onSaved: () => onSaved(),
  });
  const { draft, refusal } = form;
  const standing: readonly string[] = refusal?.__typename === 'SubmissionRuleStandsError' ? refusal.fieldNames : [];
  const change = (values: Partial<typeof saved>) => form.change({ ...draft, ...values });
  const length = (minutes: number) => {
    if (minutes === 0) return t('submissions.nothing');
    if (minutes % 1440 === 0) return t('submissions.days', { count: minutes / 1440 });
    if (minutes % 60 === 0) return t('submissions.hours', { count: minutes / 60 });
    return t('submissions.minutes', { count: minutes });
  };
  /** What was said elsewhere, in other lengths, can be kept. */
  const lengths = (usual: number[], now: number) =>
    [...new Set([...usual, now])]
      .toSorted((a, b) => a - b)
      .map((minutes) => ({ value: `${minutes}`, label: length(minutes) }));
  const errorAt = (field: keyof typeof saved) =>
    form.errorAt(field) ?? (standing.includes(field) ? t('submissions.stands') : undefined);
  const words = (name: 'grace' | 'filesGrace' | 'entries' | 'correction' | 'reviewers', field: keyof typeof saved) => ({
    label: t(`submissions.${name}`),
    description: t(`submissions.${name}Help`),
    error: errorAt(field),
  });
  return (
    <StepFrame form={form} onNext={onNext}>
      <ul className={classes.sentences} aria-label={t('submissions.now')}>
        {rule.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Columns gap={3}>
        <SelectField
          {...words('grace', 'graceMinutes')}
          value={`${draft.graceMinutes}`}
          options={lengths(graces, rule.graceMinutes)}
          onChange={(minutes) => change({ graceMinutes: Number(minutes) })}
        />
        <SelectField
          {...words('filesGrace', 'filesGraceMinutes')}
          value={`${draft.filesGraceMinutes}`}
          options={lengths(filesGraces, rule.filesGraceMinutes)}
          onChange={(minutes) => change({ filesGraceMinutes: Number(minutes) })}
        />
        <LineField
          {...words('entries', 'entriesPerOrganization')}
          kind="digits"
          placeholder={t('submissions.anyNumber')}
          value={draft.entriesPerOrganization}
          maxLength={3}
          onChange={(entriesPerOrganization) => change({ entriesPerOrganization })}
        />
        <LineField
          {...words('correction', 'correctionDays')}
          kind="digits"
          value={draft.correctionDays}
          maxLength={2}
          onChange={(correctionDays) => change({ correctionDays })}
        />
        <SelectField
          {...words('reviewers', 'reviewersNeeded')}
          value={`${draft.reviewersNeeded}`}
          options={reviewers.map((count) => ({ value: `${count}`, label: t('submissions.people', { count }) }))}
          onChange={(count) => change({ reviewersNeeded: Number(count) })}
        />
      </Columns>
      <Choices legend={t('submissions.review')} error={errorAt('holdsDecisions')}>
        <Choice
          name="holdsDecisions"
          isChosen={draft.holdsDecisions}
          title={t('submissions.holds')}
          text={t('submissions.holdsText')}
          onChange={(holdsDecisions) => change({ holdsDecisions })}
        />
      </Choices>
    </StepFrame>
  );
}
