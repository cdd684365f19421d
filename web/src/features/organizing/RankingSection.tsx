import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { TextSkeleton } from '../../ui/Skeletons';
import { RankingCards } from './RankingCards';
import { RankingTable, type RankingViewProps } from './RankingTable';
import type { LiveRanking } from './useRanking';

interface Props extends Omit<RankingViewProps, 'rows' | 'changes'> {
  ranking: LiveRanking;
}

/** The first screen of the ranking leaves the charts below within reach. */
const atFirst = 20;

/** The live ranking of a stage, as a table on a desk and as cards on a phone. */
export function RankingSection({ ranking, ...view }: Props) {
  const { t } = useTranslation('organizing');
  const isWide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const { rows, changes, total, hasMore, isLoading, error } = ranking;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows?.slice(0, atFirst);
  const View = isWide ? RankingTable : RankingCards;
  return (
    <>
      <div role="status">{error !== undefined && <Notice tone="trouble">{t('ranking.failed')}</Notice>}</div>
      {!shown ? (
        error === undefined && <TextSkeleton lines={8} />
      ) : shown.length === 0 ? (
        <p>{t('ranking.none')}</p>
      ) : (
        <>
          <View {...view} rows={shown} changes={changes} />
          <LoadMore
            shown={shown.length}
            total={total}
            hasMore={hasMore || shown.length < (rows?.length ?? 0)}
            isLoading={isLoading}
            onMore={isWhole ? ranking.more : () => setWhole(true)}
          />
        </>
      )}
    </>
  );
}
