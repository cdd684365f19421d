import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { deviceTimeZone } from '../../ui/device';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { TextSkeleton } from '../../ui/Skeletons';
import { formatTime } from '../../ui/time';
import type { Criterion } from './ranking';
import classes from './RankingSection.module.css';
import { RankingCards, RankingTable } from './RankingTable';
import type { LiveRanking } from './useRanking';

interface Props {
  slug: string;
  ranking: LiveRanking;
  criteria: readonly Criterion[];
  categories: readonly { key: string; name: string }[];
  categoryKey: string;
  onCategory: (key: string) => void;
  /** Submitted since the page was opened, wherever in the ranking. */
  newSheets: number;
}

/** The first screen of the ranking leaves the charts below within reach. */
const atFirst = 20;

/** The live ranking with its filter, as a table on a desk and as cards on a phone. */
export function RankingSection({ slug, ranking, criteria, categories, categoryKey, onCategory, newSheets }: Props) {
  const { t } = useTranslation('organizing');
  const language = useLanguage();
  const isDesk = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const { rows, changes, total, hasMore, isLoading, error, readAt } = ranking;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows?.slice(0, atFirst);
  const View = isDesk ? RankingTable : RankingCards;
  return (
    <div className={classes.section}>
      <div className={classes.top}>
        <NativeSelect
          label={t('ranking.category')}
          value={categoryKey}
          data={[
            { value: '', label: t('ranking.allCategories') },
            ...categories.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={({ currentTarget }) => onCategory(currentTarget.value)}
        />
        {readAt !== undefined && (
          <p className={classes.live}>
            {t('ranking.live', { time: formatTime(readAt, { language, timeZone: deviceTimeZone() }) })}
            <span role="status">{newSheets > 0 && ` · ${t('ranking.newSheets', { count: newSheets })}`}</span>
          </p>
        )}
      </div>
      <div role="status">{error !== undefined && <Notice tone="trouble">{t('ranking.failed')}</Notice>}</div>
      {!shown ? (
        error === undefined && <TextSkeleton lines={8} />
      ) : shown.length === 0 ? (
        <p>{t('ranking.none')}</p>
      ) : (
        <>
          <View slug={slug} rows={shown} criteria={criteria} changes={changes} />
          <LoadMore
            shown={shown.length}
            total={total}
            hasMore={hasMore || shown.length < (rows?.length ?? 0)}
            isLoading={isLoading}
            onMore={isWhole ? ranking.more : () => setWhole(true)}
          />
        </>
      )}
    </div>
  );
}
