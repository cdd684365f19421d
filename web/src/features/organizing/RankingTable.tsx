import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/useLanguage';
import { twoDecimals } from '../../ui/decimals';
import { Tag } from '../../ui/Tag';
import { RankChange } from './RankChange';
import type { Changes, Criterion, RankingRow } from './ranking';
import classes from './Ranking.module.css';

interface Props {
  slug: string;
  rows: readonly RankingRow[];
  criteria: readonly Criterion[];
  changes: Changes;
}

const meanOf = (row: RankingRow, criterion: Criterion) =>
  row.criterionScores.find((score) => score.criterion.id === criterion.id)?.panelScore;

const points = (decimal: string | null | undefined) => (decimal ? twoDecimals(decimal) : '–');

/** How strong a mean is on its own scale, as a tint behind the number that says it. */
const tint = (mean: string | undefined, { maximum }: Criterion) =>
  mean === undefined ? '0%' : `${Math.round(Math.max(0, (Number(mean) / Number(maximum) - 0.5) * 2) ** 2 * 100)}%`;

export function RankingTable({ slug, rows, criteria, changes }: Props) {
  const { t } = useTranslation('organizing');
  const number = new Intl.NumberFormat(useLanguage());
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
            {criteria.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('ranking.span')}</th>
            <th scope="col">{t('ranking.sheets')}</th>
            <th scope="col">{t('ranking.votes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.entry.id} data-fresh={changes.has(row.entry.id) || undefined}>
              <td className={classes.rank}>
                {row.rank ?? '–'} <RankChange change={changes.get(row.entry.id)} />
              </td>
              <th scope="row" className={classes.text}>
                <Link to={`/c/${slug}/entries/${row.entry.number}`}>{row.entry.title}</Link>{' '}
                {row.entry.isShortlisted && <Tag tone="gold">{t('ranking.shortlisted')}</Tag>}
                <span className={classes.organization}>
                  {[t('ranking.number', { number: row.entry.number }), row.entry.organization?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </th>
              <td className={classes.score}>{points(row.score)}</td>
              {criteria.map((criterion) => {
                const mean = meanOf(row, criterion);
                return (
                  <td key={criterion.id} className={classes.mean} style={{ '--tint': tint(mean, criterion) }}>
                    {points(mean)}
                  </td>
                );
              })}
              <td>
                <Span row={row} />
              </td>
              <td data-short={row.sheetsSubmitted < row.sheetsAssigned || undefined} className={classes.sheets}>
                {row.sheetsSubmitted} / {row.sheetsAssigned}
              </td>
              <td>{number.format(row.votes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** From the strictest judge to the kindest, on a line of a hundred points. */
function Span({ row }: { row: RankingRow }) {
  const { t } = useTranslation('organizing');
  if (row.lowest === null || row.highest === null) return '–';
  return (
    <span className={classes.span}>
      {t('ranking.fromTo', { lowest: points(row.lowest), highest: points(row.highest) })}
      <span className={classes.spanTrack} aria-hidden="true">
        <span
          className={classes.spanBar}
          style={{ left: `${Number(row.lowest)}%`, right: `${100 - Number(row.highest)}%` }}
        />
      </span>
    </span>
  );
}

/** The same on a phone: a card an entry, and the details on asking. */
export function RankingCards({ slug, rows, criteria, changes }: Props) {
  const { t } = useTranslation('organizing');
  return (
    <ol className={classes.cards}>
      {rows.map((row) => (
        <li key={row.entry.id} className={classes.card} data-fresh={changes.has(row.entry.id) || undefined}>
          <div className={classes.cardHead}>
            <span className={classes.cardRank}>
              {row.rank ?? '–'}
              <RankChange change={changes.get(row.entry.id)} />
            </span>
            <span className={classes.cardTitle}>
              <Link to={`/c/${slug}/entries/${row.entry.number}`}>{row.entry.title}</Link>
              <span className={classes.organization}>
                {[t('ranking.number', { number: row.entry.number }), row.entry.organization?.name]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={classes.cardScore}>{points(row.score)}</span>
          </div>
          <details>
            <summary>
              {t('ranking.sheetsOf', { submitted: row.sheetsSubmitted, assigned: row.sheetsAssigned })} ·{' '}
              {t('ranking.votesOf', { count: row.votes })}
            </summary>
            <dl className={classes.means}>
              {criteria.map((criterion) => (
                <div key={criterion.id}>
                  <dt>{criterion.name}</dt>
                  <dd>{points(meanOf(row, criterion))}</dd>
                </div>
              ))}
              <div>
                <dt>{t('ranking.span')}</dt>
                <dd>
                  <Span row={row} />
                </dd>
              </div>
            </dl>
          </details>
        </li>
      ))}
    </ol>
  );
}
