import { useTranslation } from 'react-i18next';
import type { CompetitionPageQuery } from '../../gql/CompetitionPage';
import { DateTime } from '../../ui/time/DateTime';
import { Stack } from '../../ui/layout/Stack';
import classes from './StageMoves.module.css';

type Stage = NonNullable<CompetitionPageQuery['competition']>['stages'][number];

interface Props {
  stages: readonly Stage[];
  timeZone: string;
}

/** Deadlines that were moved since the competition opened: from when, to when, and why. */
export function StageMoves({ stages, timeZone }: Props) {
  const { t } = useTranslation('competitions');
  const moves = stages
    .flatMap(({ name, moves: all }) => all.map((move) => ({ ...move, name })))
    .toSorted((a, b) => b.movedAt.localeCompare(a.movedAt));
  return (
    <Stack as="ul" gap={4} className={classes.moves}>
      {moves.flatMap((move) =>
        (
          [
            ['opens', move.fromOpensAt, move.toOpensAt],
            ['closes', move.fromClosesAt, move.toClosesAt],
          ] as const
        )
          .filter(([, from, to]) => from !== to)
          .map(([what, from, to]) => (
            <li key={`${move.id}/${what}`}>
              <b>{t(`moves.${what}`, { stage: move.name })}</b>
              <span>
                <del>
                  <DateTime value={from} timeZone={timeZone} />
                </del>{' '}
                → <DateTime value={to} timeZone={timeZone} />
              </span>
              <span className="soft anywhere">{move.reason || t('moves.noReason')}</span>
            </li>
          )),
      )}
    </Stack>
  );
}
