import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewItem_entryFragment } from '../../gql/ReviewItem_entry';
import { Tag } from '../../ui/Tag';
import classes from './ReviewList.module.css';

interface Props {
  entries: readonly ReviewItem_entryFragment[];
  /** The filter; an entry of another status has just been dealt with. */
  status: ReviewItem_entryFragment['status'];
  selected: number | undefined;
  onSelect: (number: number) => void;
}

export function ReviewList({ entries, status, selected, onSelect }: Props) {
  const { t } = useTranslation('organizing');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-number="${selected}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <ol className={classes.list} ref={list}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <button
            type="button"
            className={classes.item}
            data-number={entry.number}
            aria-current={entry.number === selected ? 'true' : undefined}
            onClick={() => onSelect(entry.number)}
          >
            <span className={classes.number}>{entry.number}</span>
            <span className={classes.words}>
              <span className={classes.title}>{entry.title}</span>
              <span className={classes.faint}>
                {[entry.organization?.name, entry.category.name].filter(Boolean).join(' · ')}
              </span>
            </span>
            {entry.status !== status && <Tag>{t(`status.${entry.status}`)}</Tag>}
          </button>
        </li>
      ))}
    </ol>
  );
}
