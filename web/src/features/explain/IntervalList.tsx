import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore } from '../../ui/LoadMore';
import classes from './Robustness.module.css';
import type { RobustnessView } from './robustness';

const step = 20;

/** Between which ranks each entry would come over all ways, as a range on one scale of ranks. */
export function IntervalList({ intervals }: { intervals: RobustnessView['intervals'] }) {
  const { t } = useTranslation('explain');
  const [shown, setShown] = useState(step);
  const listed = intervals.slice(0, shown);
  const last = Math.max(1, ...listed.map(({ worst, rank }) => Math.max(worst ?? 1, rank ?? 1)));
  const percent = (rank: number) => `${((rank - 1) / last) * 100}%`;
  return (
    <>
      <Stack as="ol">
        {listed.map(({ entry, rank, best, worst }) => (
          <li key={entry.id} className={classes.interval}>
            <b className="large">{rank ?? '–'}</b>
            <span>{t('entry', { number: entry.number, title: entry.title })}</span>
            <span className={classes.range}>
              {best === null || worst === null
                ? '–'
                : best === worst
                  ? t('robustness.always', { rank: best })
                  : t('robustness.between', { best, worst })}
            </span>
            {best !== null && worst !== null && rank !== null && (
              <span className={classes.track} aria-hidden="true">
                <span
                  className={classes.span}
                  style={{ left: percent(best), width: `${((worst - best + 1) / last) * 100}%` }}
                />
                <span className={classes.dot} style={{ left: percent(rank + 0.5) }} />
              </span>
            )}
          </li>
        ))}
      </Stack>
      <LoadMore
        shown={listed.length}
        total={intervals.length}
        hasMore={shown < intervals.length}
        isLoading={false}
        onMore={() => setShown((now) => now + step)}
      />
    </>
  );
}
