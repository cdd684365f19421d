import { useTranslation } from 'react-i18next';
import { Chips } from '../../ui/Chips';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { SearchBox } from '../../ui/SearchBox';
import classes from './GalleryFilters.module.css';
import type { GalleryFilterValues } from './useGalleryFilters';

interface Props {
  filters: GalleryFilterValues;
  onChange: (changed: Partial<GalleryFilterValues>) => void;
  total: number;
  categories: { key: string; name: string; entryCount: number }[];
  regions: { entries: number; region: { code: string; name: string } }[];
}

export function GalleryFilters({ filters, onChange, total, categories, regions }: Props) {
  const { t } = useTranslation('entries');
  const chips = [
    { value: '', label: counted(t('gallery.all'), total) },
    ...categories.map(({ key, name, entryCount }) => ({ value: key, label: counted(name, entryCount) })),
  ];
  return (
    <Stack gap={3} role="search">
      <Columns from="always" sizes="minmax(0, 1fr) auto" gap={2} className={classes.row}>
        <SearchBox
          label={t('gallery.search')}
          placeholder={t('gallery.placeholder')}
          clearLabel={t('gallery.clear')}
          value={filters.q}
          onSearch={(q) => onChange({ q })}
        />
        <select
          className={classes.select}
          aria-label={t('gallery.region')}
          value={filters.region}
          onChange={({ currentTarget }) => onChange({ region: currentTarget.value })}
        >
          <option value="">{t('gallery.everywhere')}</option>
          {regions.map(({ region, entries }) => (
            <option key={region.code} value={region.code}>
              {region.name} {entries}
            </option>
          ))}
        </select>
      </Columns>
      <Chips
        label={t('gallery.category')}
        choices={chips}
        value={filters.category}
        onChange={(category) => onChange({ category })}
      />
    </Stack>
  );
}

const counted = (name: string, count: number) => (
  <>
    {name} <small>{count}</small>
  </>
);
