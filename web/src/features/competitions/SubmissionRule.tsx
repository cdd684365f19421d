import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  SubmissionRule_competitionFragmentDoc,
  type SubmissionRule_competitionFragment,
} from '../../gql/SubmissionRule_competition';
import { Stack } from '../../ui/layout/Stack';
import { SubmissionDeadline } from '../../words/SubmissionDeadline';
import classes from './SubmissionRule.module.css';

/** How entries are handed in: until when, and what holds after that, in plain sentences. */
export function SubmissionRule({ competition }: { competition: FragmentType<SubmissionRule_competitionFragment> }) {
  const { t } = useTranslation('competitions');
  const { data, complete } = useFragment({ fragment: SubmissionRule_competitionFragmentDoc, from: competition });
  if (!complete) return null;
  const { submissionWindow, submissionRule, extensionCount, timeZone } = data;
  return (
    <Stack gap={4} className={classes.rule}>
      {submissionWindow && <SubmissionDeadline window={submissionWindow} timeZone={timeZone} isShort />}
      <Stack as="ul" gap={2} className={classes.sentences}>
        {submissionRule.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {extensionCount > 0 && <li>{t('submission.extensions', { count: extensionCount })}</li>}
      </Stack>
    </Stack>
  );
}
