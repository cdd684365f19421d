import { useFragment } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client';
import { useTranslation } from 'react-i18next';
import {
  CompetitionStages_competitionFragmentDoc,
  type CompetitionStages_competitionFragment,
  type StageStatus,
} from '../../gql/CompetitionStages_competition';
import { DateRange, DateTime } from '../../ui/time/DateTime';
import { StageLine, type Step } from '../../ui/time/StageLine';

const states: Record<StageStatus, Step['state']> = { CLOSED: 'past', OPEN: 'now', UPCOMING: 'next' };

interface Props {
  competition: FragmentType<CompetitionStages_competitionFragment>;
  /** The hour of every opening and closing, and not the days alone. */
  isExact?: boolean;
}

export function CompetitionStages({ competition, isExact = false }: Props) {
  const { t } = useTranslation('competitions');
  const { data, complete } = useFragment({ fragment: CompetitionStages_competitionFragmentDoc, from: competition });
  if (!complete) return null;
  const { timeZone } = data;
  const steps = data.stages.map(({ id, name, status, opensAt, closesAt }) => ({
    id,
    name,
    state: states[status],
    when: isExact ? (
      <>
        {t('stages.from')} <DateTime value={opensAt} timeZone={timeZone} />
        <br />
        {t('stages.until')} <DateTime value={closesAt} timeZone={timeZone} />
      </>
    ) : (
      <DateRange from={opensAt} to={closesAt} timeZone={timeZone} />
    ),
  }));
  return <StageLine steps={steps} />;
}
