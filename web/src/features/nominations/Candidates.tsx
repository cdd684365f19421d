import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NominatedEntryFragment } from '../../gql/NominatedEntry';
import { Stack } from '../../ui/layout/Stack';
import { SearchBox } from '../../ui/SearchBox';
import classes from './Nominations.module.css';
import { EntryWords } from './RankedList';

interface Props {
  slug: string;
  entries: readonly NominatedEntryFragment[];
  total: number;
  search: string;
  isOpen: boolean;
  isBusy: boolean;
  isFull: boolean;
  onSearch: (search: string) => void;
  onNominate: (entry: NominatedEntryFragment) => void;
}

/** What has come up and is not on the list. */
export function Candidates(props: Props) {
  const { t } = useTranslation('nominations');
  const { slug, entries, total, search, isOpen, isBusy, isFull, onSearch, onNominate } = props;
  return (
    <>
      {(total > 5 || search) && (
        <SearchBox
          label={t('candidates.search')}
          placeholder={t('candidates.placeholder')}
          clearLabel={t('candidates.clear')}
          value={search}
          onSearch={onSearch}
        />
      )}
      {entries.length === 0 && <p className="soft small">{t(search ? 'candidates.notFound' : 'candidates.none')}</p>}
      <Stack as="ul" gap={2}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.row}>
            <span />
            <EntryWords slug={slug} entry={entry} />
            {isOpen && (
              <Button
                variant="light"
                disabled={isBusy || isFull}
                aria-label={t('candidates.nominateThis', { title: entry.title })}
                onClick={() => onNominate(entry)}
              >
                {t('candidates.nominate')}
              </Button>
            )}
          </li>
        ))}
      </Stack>
      {total > entries.length && (
        <p className="soft small">{t('candidates.more', { count: total - entries.length })}</p>
      )}
    </>
  );
}
