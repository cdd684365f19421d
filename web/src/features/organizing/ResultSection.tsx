import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placesOf, withPlaces } from '../../ui/text/decimals';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { TextSkeleton } from '../../ui/Skeletons';
import { EntryName } from './EntryName';
import { RankChange } from './RankChange';
import classes from './Result.module.css';
import { TermBar, TermKey, type TermStage } from './TermBar';
import type { RankedPages } from './useRankedPages';
import type { ResultRow } from './useResult';

interface Props {
  slug: string;
  result: RankedPages<ResultRow>;
}

const atFirst = 20;

/** What makes up the result, in the order in which the API names it, each stage once. */
function stagesOf(rows: readonly ResultRow[]): TermStage[] {
  const found = new Map<string, TermStage>();
  for (const { terms } of rows) {
    for (const { stage, weight, form } of terms) {
      if (!found.has(stage.id)) found.set(stage.id, { id: stage.id, name: stage.name, weight, form });
    }
  }
  return [...found.values()];
}

/** The result as it would be published now, with every term of every entry. */
export function ResultSection({ slug, result }: Props) {
  const { t } = useTranslation('organizing');
  const { rows, changes, total, hasMore, isLoading, error } = result;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows?.slice(0, atFirst);
  const stages = stagesOf(rows ?? []);
  const places = placesOf((rows ?? []).map(({ score }) => score));
  if (!shown && error === undefined) return <TextSkeleton lines={8} />;
  return (
    <>
      <p className={classes.intro}>{t('result.text')}</p>
      <div role="status">{error !== undefined && <Notice tone="trouble">{t('ranking.failed')}</Notice>}</div>
      {stages.length > 0 && <TermKey stages={stages} />}
      {shown?.length === 0 && <p>{t('result.nothing')}</p>}
      <ol className={classes.rows} aria-label={t('ranking.result')} hidden={!shown || shown.length === 0}>
        {shown?.map((row) => (
          <li key={row.entry.id} className={classes.row} data-fresh={changes.has(row.entry.id) || undefined}>
            <span className={classes.rank}>
              {row.rank ?? '–'} <RankChange change={changes.get(row.entry.id)} />
            </span>
            <span className={classes.name}>
              <EntryName slug={slug} entry={row.entry} />
            </span>
            <b className={classes.score}>{row.score === null ? '–' : withPlaces(row.score, places)}</b>
            <TermBar terms={row.terms} stages={stages} />
          </li>
        ))}
      </ol>
      <LoadMore
        shown={shown?.length ?? 0}
        total={total}
        hasMore={hasMore || (shown?.length ?? 0) < (rows?.length ?? 0)}
        isLoading={isLoading}
        onMore={isWhole ? result.more : () => setWhole(true)}
      />
    </>
  );
}
