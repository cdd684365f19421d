import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewItem_entryFragment } from '../../gql/ReviewItem_entry';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './ReviewList.module.css';

interface Props {
  entries: readonly ReviewItem_entryFragment[];
  /** The filter; an entry of another status has just been dealt with. */
  status: ReviewItem_entryFragment['status'];
  selected: number | undefined;
  onSelect: (number: number) => void;
  /** By id; none where nothing can be decided. */
  picked?: ReadonlySet<string> | undefined;
  onPick: (id: string, isPicked: boolean) => void;
}

export function ReviewList({ entries, status, selected, onSelect, picked, onPick }: Props) {
  const { t } = useTranslation('review');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-number="${selected}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <Card as="ol" pad={0} className={`lined ${classes.list}`} ref={list}>
      {entries.map((entry) => (
        <li key={entry.id} data-current={entry.number === selected || undefined}>
          {picked && (
            <Checkbox
              className={classes.pick}
              size="md"
              aria-label={t('bulk.pick', { number: entry.number })}
              checked={picked.has(entry.id)}
              disabled={entry.status !== status}
              onChange={({ currentTarget }) => onPick(entry.id, currentTarget.checked)}
            />
          )}
          <button
            type="button"
            className={classes.item}
            data-number={entry.number}
            aria-current={entry.number === selected ? 'true' : undefined}
            onClick={() => onSelect(entry.number)}
          >
            <span className={`tabular ${classes.quiet}`}>{entry.number}</span>
            <Stack as="span">
              <span className="strong">{entry.title}</span>
              <span className={`small ${classes.quiet}`}>
                {[entry.organization?.name, entry.category.name].filter(Boolean).join(' · ')}
              </span>
              <Row as="span" gap={1} className={classes.tags}>
                {entry.status !== status && <Tag>{t(`status.${entry.status}`)}</Tag>}
                {entry.hasDuplicates && <Tag tone="gold">{t('duplicates.tag')}</Tag>}
                {entry.organization && entry.organization.status !== 'VERIFIED' && (
                  <Tag tone="seal">{t('marks.UNVERIFIED')}</Tag>
                )}
              </Row>
            </Stack>
          </button>
        </li>
      ))}
    </Card>
  );
}
