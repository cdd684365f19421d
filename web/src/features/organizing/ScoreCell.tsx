import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { withPlaces } from '../../ui/text/decimals';
import { Tag } from '../../ui/Tag';
import classes from './Ranking.module.css';
import type { RankingRow } from './ranking';

interface Props {
  row: RankingRow;
  places: number;
  /** Where it is told how the score came about. */
  to: string;
}

/** The score, which leads to how it came about; or why there is none. */
export function ScoreCell({ row, places, to }: Props) {
  const { t } = useTranslation('organizing');
  if (row.score === null) return row.reason ? <Tag>{t(`ranking.noScore.${row.reason}`)}</Tag> : '–';
  const score = withPlaces(row.score, places);
  return (
    <Link to={to} className={classes.opens} title={t('ranking.how')} aria-label={`${score} – ${t('ranking.how')}`}>
      {score}
    </Link>
  );
}
