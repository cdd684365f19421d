import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  CompetitionFigures_competitionFragmentDoc,
  type CompetitionFigures_competitionFragment,
} from '../../gql/CompetitionFigures_competition';
import { StatFigure, StatFigures } from '../../ui/chart/StatFigure';

const shown = ['entries', 'organizations', 'regions', 'votes', 'voters', 'judges'] as const;

interface Props {
  competition: FragmentType<CompetitionFigures_competitionFragment>;
}

export function CompetitionFigures({ competition }: Props) {
  const { t } = useTranslation('competitions');
  const { data, complete } = useFragment({ fragment: CompetitionFigures_competitionFragmentDoc, from: competition });
  if (!complete) return null;
  return (
    <StatFigures>
      {shown.map((name) => (
        <StatFigure key={name} label={t(`figures.${name}`, { count: data.figures[name] })} value={data.figures[name]} />
      ))}
    </StatFigures>
  );
}
