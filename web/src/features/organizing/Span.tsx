import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../ui/text/decimals';
import classes from './Ranking.module.css';
import type { RankingRow } from './ranking';

/** From the strictest judge to the kindest, on a line of all the points there are. */
export function Span({ row: { lowest, highest }, whole }: { row: RankingRow; whole: number }) {
  const { t } = useTranslation('organizing');
  if (lowest === null || highest === null) return '–';
  const percent = (decimal: string) => (Number(decimal) / whole) * 100;
  return (
    <span className={classes.span}>
      {t('ranking.fromTo', { lowest: twoDecimals(lowest), highest: twoDecimals(highest) })}
      <span className={classes.spanTrack} aria-hidden="true">
        <span
          className={classes.spanBar}
          style={{ left: `${percent(lowest)}%`, right: `${100 - percent(highest)}%` }}
        />
      </span>
    </span>
  );
}
