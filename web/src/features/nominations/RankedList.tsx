import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './Nominations.module.css';
import type { Listed } from './types';

interface Props {
  slug: string;
  listed: readonly Listed[];
  /** Whether the order can still be changed. */
  isOpen: boolean;
  isBusy: boolean;
  onMove: (from: number, to: number) => void;
  onRemove: (one: Listed) => void;
}

/** The list of a unit, the best first: dragged with the mouse, moved by buttons with keyboard and thumb. */
export function RankedList({ slug, listed, isOpen, isBusy, onMove, onRemove }: Props) {
  const { t } = useTranslation('nominations');
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const drop = (event: DragEvent, place: number) => {
    event.preventDefault();
    if (dragged !== undefined && dragged !== place) onMove(dragged, place);
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <Stack as="ol" gap={2}>
      {listed.map((one, place) => (
        <li
          key={one.id}
          className={classes.row}
          draggable={isOpen && !isBusy}
          data-over={over === place && dragged !== place ? true : undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(place);
          }}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(place);
          }}
          onDragEnd={() => {
            setDragged(undefined);
            setOver(undefined);
          }}
          onDrop={(event) => drop(event, place)}
        >
          <Row as="span" gap={1} className={`large strong tabular ${classes.rank}`}>
            {isOpen && <IconGripVertical size={16} className="faint" aria-hidden="true" />}
            {place + 1}
          </Row>
          <EntryWords slug={slug} entry={one.entry} />
          {isOpen && (
            <span className={classes.tools}>
              <ActionIcon
                variant="subtle"
                size={44}
                disabled={isBusy || place === 0}
                aria-label={t('list.up', { title: one.entry.title })}
                onClick={() => onMove(place, place - 1)}
              >
                <IconArrowUp size={20} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={44}
                disabled={isBusy || place === listed.length - 1}
                aria-label={t('list.down', { title: one.entry.title })}
                onClick={() => onMove(place, place + 1)}
              >
                <IconArrowDown size={20} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={44}
                disabled={isBusy}
                aria-label={t('list.remove', { title: one.entry.title })}
                onClick={() => onRemove(one)}
              >
                <IconX size={20} />
              </ActionIcon>
            </span>
          )}
        </li>
      ))}
    </Stack>
  );
}

export function EntryWords({ slug, entry }: { slug: string; entry: Listed['entry'] }) {
  const { t } = useTranslation('nominations');
  return (
    <Stack as="span" className="anywhere">
      <Link to={`/c/${slug}/entries/${entry.number}`}>{entry.title}</Link>
      <small className="soft small">
        {[t('number', { number: entry.number }), entry.organization?.name, entry.category.name]
          .filter(Boolean)
          .join(' · ')}{' '}
        {entry.status === 'ACCEPTED' && <Tag tone="laurel">{t('accepted')}</Tag>}
      </small>
    </Stack>
  );
}
