import { useTranslation } from 'react-i18next';
import classes from './StageTimeline.module.css';

interface Bar {
  kind: string;
  name: string;
  opensAt: string;
  closesAt: string;
}

const day = 86_400_000;
const at = (local: string) => Date.parse(`${local}Z`);

/** When each stage is open, one under the other, on a line of months. All of it also stands in the boxes beside. */
export function StageTimeline({ stages, language }: { stages: readonly Bar[]; language: string }) {
  const { t } = useTranslation('setup');
  const bars = stages
    .map((stage) => ({ ...stage, from: at(stage.opensAt), to: at(stage.closesAt) }))
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from);
  if (bars.length === 0) return <p className={classes.none}>{t('stages.noPicture')}</p>;
  const first = Math.min(...bars.map(({ from }) => from)) - 2 * day;
  const last = Math.max(...bars.map(({ to }) => to)) + 2 * day;
  const place = (instant: number) => `${((instant - first) / (last - first)) * 100}%`;
  const months = monthsBetween(first, last);
  const monthName = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short' });
  const days = (from: number, to: number) => Math.max(1, Math.round((to - from) / day));
  return (
    <figure className={classes.figure}>
      <figcaption className="visually-hidden">{t('stages.picture')}</figcaption>
      <div className={classes.months} aria-hidden="true">
        {months.map((month, index) => (
          <span
            key={month}
            className={classes.month}
            // With many months, only as many names as have room.
            data-bare={(months.length > 8 && index % 2 === 1) || undefined}
            style={{ insetInlineStart: place(month) }}
          >
            {monthName.format(month)}
          </span>
        ))}
      </div>
      <ul className={classes.rows}>
        {bars.map(({ kind, name, from, to }) => (
          <li key={kind} className={classes.row}>
            <span className={classes.name}>
              {name} <span className={classes.length}>{t('stages.days', { count: days(from, to) })}</span>
            </span>
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.bar}
                data-kind={kind}
                style={{ insetInlineStart: place(from), width: `max(6px, calc(${place(to)} - ${place(from)}))` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function monthsBetween(first: number, last: number): number[] {
  const months: number[] = [];
  const date = new Date(first);
  let month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  while (month < last) {
    months.push(month);
    const next = new Date(month);
    month = Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 1);
  }
  return months;
}
