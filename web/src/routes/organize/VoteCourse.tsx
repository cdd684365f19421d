import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { kindOf } from '../../apollo/errors';
import { HoursChart } from '../../features/votes/HoursChart';
import { LevelsFigure } from '../../features/votes/LevelsFigure';
import { RegionsFigure } from '../../features/votes/RegionsFigure';
import { ShownFigure } from '../../features/votes/ShownFigure';
import { VoteCourseDocument } from '../../gql/VoteCourse';
import { ErrorState } from '../../ui/ErrorState';
import classes from './VotesPage.module.css';

interface Props {
  slug: string;
  timeZone: string;
  voters: number;
  cast: number;
}

/** When, for whom and by whom: hundreds of figures, so they are read again less often than the balance. */
export function VoteCourse({ slug, timeZone, voters, cast }: Props) {
  const { data, error, refetch } = useQuery(VoteCourseDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
    pollInterval: 30_000,
    skipPollAttempt: () => document.hidden,
    context: { staysOnPage: true },
  });
  const desk = data?.competition?.voteDesk;
  if (!desk) {
    return error ? (
      <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height={360} radius="md" />
    );
  }
  return (
    <div className={classes.charts}>
      <HoursChart hours={desk.hours} timeZone={timeZone} />
      <div className={classes.pair}>
        <RegionsFigure figures={desk.regions} />
        <div className={classes.charts}>
          <LevelsFigure levels={desk.levels} voters={voters} cast={cast} />
          {desk.shown && <ShownFigure shown={desk.shown} />}
        </div>
      </div>
    </div>
  );
}
