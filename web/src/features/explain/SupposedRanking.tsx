import { useTranslation } from 'react-i18next';
import type { WhatIfQuery } from '../../gql/WhatIf';
import { withPlaces } from '../../ui/decimals';
import classes from './WhatIf.module.css';

type Rows = NonNullable<NonNullable<WhatIfQuery['competition']>['whatIf']>['edges'];

interface Props {
  rows: Rows;
  places: number;
}

/** The order as supposed, with where each entry stands as declared. */
export function SupposedRanking({ rows, places }: Props) {
  const { t } = useTranslation('explain');
  const score = (decimal: string | null) => (decimal === null ? '–' : withPlaces(decimal, places));
  return (
    <ol className={classes.rows} aria-label={t('whatIf.ranking')}>
      {rows.map(({ node: { entry, rank, score: supposed, declaredRank, declaredScore } }) => {
        const moved = rank !== null && declaredRank !== null ? declaredRank - rank : 0;
        return (
          <li key={entry.id} className={classes.row}>
            <b className={classes.rank}>{rank ?? '–'}</b>
            <span className={classes.name}>{t('entry', { number: entry.number, title: entry.title })}</span>
            <span className={classes.moved} data-moved={Math.sign(moved) || undefined}>
              {moved === 0 ? t('whatIf.stays') : t(moved > 0 ? 'whatIf.up' : 'whatIf.down', { count: Math.abs(moved) })}
            </span>
            <span className={classes.scores}>
              {score(supposed)}{' '}
              <small>{t('whatIf.declared', { rank: declaredRank ?? '–', score: score(declaredScore) })}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
