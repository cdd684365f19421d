import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  BallotRule_competitionFragmentDoc,
  type BallotRule_competitionFragment,
} from '../../../gql/BallotRule_competition';
import { useInstantWords } from '../../../ui/time/DateTime';
import { Stack } from '../../../ui/layout/Stack';
import { RuleSentences } from '../../../words/RuleSentences';
import classes from './BallotRule.module.css';

interface Props {
  competition: FragmentType<BallotRule_competitionFragment>;
}

/** The declared rule, as voters read it. */
export function BallotRule({ competition }: Props) {
  const { t } = useTranslation('ballots');
  const inWords = useInstantWords();
  const { data, complete } = useFragment({ fragment: BallotRule_competitionFragmentDoc, from: competition });
  if (!complete) return null;
  return (
    <Stack gap={5} className={classes.rule}>
      <RuleSentences rule={data.ballotRule} />
      <p className="faint small">
        {t('rule.about')} {t('rule.declaredAt', { time: inWords(data.ballotRule.declaredAt, data.timeZone) })}
      </p>
    </Stack>
  );
}
