import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/Tag';
import { useTieWords } from '../../words/useTieWords';
import { EntryName } from './EntryName';
import { RankChange } from './RankChange';
import { leadsOf, panelScoreOf, shortened } from './ranking';
import classes from './Ranking.module.css';
import type { RankingViewProps } from './RankingTable';
import { ScoreCell } from './ScoreCell';
import { Span } from './Span';

/** The ranking on a phone: a card an entry, and the details on asking. */
export function RankingCards({ slug, rows, criteria, changes, whole, places, worksheetOf }: RankingViewProps) {
  const { t } = useTranslation('organizing');
  const leads = leadsOf(rows);
  const tieWords = useTieWords(criteria);
  return (
    <ol className={classes.cards}>
      {rows.map((row) => {
        const lead = leads.get(row.entry.id);
        return (
          <li key={row.entry.id} className={classes.card} data-fresh={changes.has(row.entry.id) || undefined}>
            <div className={classes.cardHead}>
              <span className={classes.cardRank}>
                {row.rank ?? '–'}
                <RankChange change={changes.get(row.entry.id)} />
              </span>
              <span className={classes.cardTitle}>
                <EntryName slug={slug} entry={row.entry} />
                {lead && <Tag tone="laurel">{t('ranking.aheadBy', { step: tieWords(lead).name })}</Tag>}
              </span>
              <span className={classes.cardScore}>
                <ScoreCell row={row} places={places} to={worksheetOf(row.entry.number)} />
              </span>
            </div>
            <details>
              <summary>
                {t('ranking.sheetsOf', { submitted: row.sheetsSubmitted, assigned: row.sheetsAssigned })} ·{' '}
                {t('ranking.votesOf', { count: row.votes })}
              </summary>
              <dl className={classes.means}>
                {criteria.map((criterion) => (
                  <div key={criterion.key}>
                    <dt>{criterion.name}</dt>
                    <dd>{shortened(panelScoreOf(row, criterion) ?? '–')}</dd>
                  </div>
                ))}
                <div>
                  <dt>{t('ranking.span')}</dt>
                  <dd>
                    <Span row={row} whole={whole} />
                  </dd>
                </div>
              </dl>
            </details>
          </li>
        );
      })}
    </ol>
  );
}
