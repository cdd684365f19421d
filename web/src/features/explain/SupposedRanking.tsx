import { useTranslation } from 'react-i18next';
import type { WhatIfQuery } from '../../gql/WhatIf';
import { withPlaces } from '../../ui/text/decimals';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
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
    <Stack as="ol" aria-label={t('whatIf.ranking')}>
      {rows.map(({ node: { entry, rank, score: supposed, declaredRank, declaredScore } }) => {
        const moved = rank !== null && declaredRank !== null ? declaredRank - rank : 0;
        return (
          <Columns
            as="li"
            from="always"
            sizes="2.5rem minmax(0, 1fr) max-content"
            gap={3}
            rowGap={0}
            tone="divided"
            padBlock={2}
            key={entry.id}
            className="tabular"
          >
            <b className="large">{rank ?? '–'}</b>
            <span>{t('entry', { number: entry.number, title: entry.title })}</span>
            <span className={classes.moved} data-moved={Math.sign(moved) || undefined}>
              {moved === 0 ? t('whatIf.stays') : t(moved > 0 ? 'whatIf.up' : 'whatIf.down', { count: Math.abs(moved) })}
            </span>
            <span className={classes.scores}>
              {score(supposed)}{' '}
              <small>{t('whatIf.declared', { rank: declaredRank ?? '–', score: score(declaredScore) })}</small>
            </span>
          </Columns>
        );
      })}
    </Stack>
  );
}
