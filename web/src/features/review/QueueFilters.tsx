import { useTranslation } from 'react-i18next';
import type { EntryStatus, QueueMark } from '../../gql/types';
import type { ReviewPageQuery } from '../../gql/ReviewPage';
import { Chips } from '../../ui/Chips';
import { Stack } from '../../ui/layout/Stack';
import { SearchBox } from '../../ui/SearchBox';
import { marksOf, statuses, type QueueFilters as Filters } from './filters';
import classes from './QueueFilters.module.css';

type Queue = NonNullable<NonNullable<ReviewPageQuery['competition']>['desk']>;

interface Props {
  filters: Filters;
  queue: Queue;
  onChange: (changed: Partial<Filters>) => void;
}

const counted = (name: string, count: number) => (
  <>
    {name} <small>{count}</small>
  </>
);

/** What to see of the queue, each choice with how many there are. */
export function QueueFilters({ filters, queue, onChange }: Props) {
  const { t } = useTranslation('review');
  const figures = queue.queueFigures;
  const count = (name: EntryStatus | QueueMark) => figures[name.toLowerCase() as Lowercase<typeof name>];
  // A filter that would show nothing is left out, unless it is the one that is on.
  const marks = marksOf[filters.status].filter((mark) => count(mark) > 0 || mark === filters.mark);
  return (
    <Stack gap={2} role="search">
      <Chips
        label={t('filter')}
        value={filters.status}
        choices={statuses.map((status) => ({ value: status, label: counted(t(`status.${status}`), count(status)) }))}
        onChange={(value) => onChange({ status: statuses.find((one) => one === value) ?? 'SUBMITTED' })}
      />
      {marks.length > 0 && (
        <Chips
          label={t('markFilter')}
          value={filters.mark ?? ''}
          choices={[
            { value: '', label: t('marks.ALL') },
            ...marks.map((mark) => ({ value: mark, label: counted(t(`marks.${mark}`), count(mark)) })),
          ]}
          onChange={(value) => onChange({ mark: marks.find((one) => one === value) ?? null })}
        />
      )}
      <div className={classes.row}>
        <SearchBox
          label={t('search')}
          placeholder={t('search')}
          clearLabel={t('clear')}
          value={filters.q}
          onSearch={(q) => onChange({ q })}
        />
        <select
          className={classes.select}
          aria-label={t('category')}
          value={filters.category}
          onChange={({ currentTarget }) => onChange({ category: currentTarget.value })}
        >
          <option value="">{t('allCategories')}</option>
          {queue.queueCategories.map(({ category, entries }) => (
            <option key={category.key} value={category.key}>
              {category.name} {entries}
            </option>
          ))}
        </select>
        <select
          className={classes.select}
          aria-label={t('region')}
          value={filters.region}
          onChange={({ currentTarget }) => onChange({ region: currentTarget.value })}
        >
          <option value="">{t('everywhere')}</option>
          {queue.queueRegions.map(({ region, entries }) => (
            <option key={region.code} value={region.code}>
              {region.name} {entries}
            </option>
          ))}
        </select>
      </div>
    </Stack>
  );
}
