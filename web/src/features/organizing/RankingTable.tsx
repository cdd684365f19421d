import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { Tag } from '../../ui/Tag';
import { useTieWords } from '../../words/useTieWords';
import { EntryName } from './EntryName';
import { RankChange } from './RankChange';
import { leadsOf, panelScoreOf, shortened, type Changes, type Criterion, type RankingRow } from './ranking';
import classes from './Ranking.module.css';
import { ScoreCell } from './ScoreCell';
import { Span } from './Span';

export interface RankingViewProps {
  slug: string;
  rows: readonly RankingRow[];
  criteria: readonly Criterion[];
  changes: Changes;
  /** The most that a score can be. */
  whole: number;
  /** Decimals of a score. */
  places: number;
  /** Where it is told how the score of an entry came about. */
  worksheetOf: (number: number) => string;
}

/** How strong a panel score is on its own scale, as a tint behind the number that says it. */
const tint = (score: string | undefined, { maximum }: Criterion) =>
  score === undefined ? '0%' : `${Math.round(Math.max(0, (Number(score) / Number(maximum) - 0.5) * 2) ** 2 * 100)}%`;

export function RankingTable({ slug, rows, criteria, changes, whole, places, worksheetOf }: RankingViewProps) {
  const { t } = useTranslation('organizing');
  const number = new Intl.NumberFormat(useLanguage());
  const leads = leadsOf(rows);
  const tieWords = useTieWords(criteria);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('ranking.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('ranking.rank')}</th>
            <th scope="col" className={classes.text}>
              {t('ranking.entry')}
            </th>
            <th scope="col">{t('ranking.score')}</th>
            {criteria.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('ranking.span')}</th>
            <th scope="col">{t('ranking.sheets')}</th>
            <th scope="col">{t('ranking.votes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const lead = leads.get(row.entry.id);
            return (
              <tr key={row.entry.id} data-fresh={changes.has(row.entry.id) || undefined}>
                <td className={classes.rank}>
                  {row.rank ?? '–'} <RankChange change={changes.get(row.entry.id)} />
                </td>
                <th scope="row" className={classes.text}>
                  <EntryName slug={slug} entry={row.entry} />
                  {row.entry.isShortlisted && <Tag tone="gold">{t('ranking.shortlisted')}</Tag>}{' '}
                  {lead && <Tag tone="laurel">{t('ranking.aheadBy', { step: tieWords(lead).name })}</Tag>}
                </th>
                <td className={classes.score}>
                  <ScoreCell row={row} places={places} to={worksheetOf(row.entry.number)} />
                </td>
                {criteria.map((criterion) => {
                  const score = panelScoreOf(row, criterion);
                  return (
                    <td key={criterion.key} className={classes.mean} style={{ '--tint': tint(score, criterion) }}>
                      {score === undefined ? '–' : shortened(score)}
                    </td>
                  );
                })}
                <td>
                  <Span row={row} whole={whole} />
                </td>
                <td data-short={row.sheetsSubmitted < row.sheetsAssigned || undefined} className={classes.sheets}>
                  {row.sheetsSubmitted} / {row.sheetsAssigned}
                </td>
                <td>{number.format(row.votes)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
