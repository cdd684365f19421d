import { HoursChart } from '../../features/votes/HoursChart';
import { LevelsFigure } from '../../features/votes/LevelsFigure';
import { RegionsFigure } from '../../features/votes/RegionsFigure';
import { ShownFigure } from '../../features/votes/ShownFigure';
import { PartQuery } from '../../forms/PageQuery';
import { VoteCourseDocument } from '../../gql/VoteCourse';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';

interface Props {
  slug: string;
  timeZone: string;
  voters: number;
  cast: number;
}

/** When, for whom and by whom: hundreds of figures, so they are read again less often than the balance. */
export function VoteCourse({ slug, timeZone, voters, cast }: Props) {
  return (
    <PartQuery
      query={VoteCourseDocument}
      variables={{ slug }}
      pick={({ competition }) => competition?.voteDesk}
      poll={30_000}
    >
      {({ hours, regions, levels, shown }) => (
        <Stack gap={4}>
          <HoursChart hours={hours} timeZone={timeZone} />
          <Columns sizes="minmax(0, 3fr) minmax(0, 2fr)" from="desk" gap={4} align="start">
            <RegionsFigure figures={regions} />
            <Stack gap={4}>
              <LevelsFigure levels={levels} voters={voters} cast={cast} />
              {shown && <ShownFigure shown={shown} />}
            </Stack>
          </Columns>
        </Stack>
      )}
    </PartQuery>
  );
}
