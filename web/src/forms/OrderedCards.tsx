import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Row as Line } from '../ui/layout/Row';
import { Card, Stack } from '../ui/layout/Stack';
import classes from './OrderedCards.module.css';

interface Props<Row> {
  rows: readonly Row[];
  keyOf: (row: Row, place: number) => string;
  nameOf: (row: Row, place: number) => string;
  /** It stays in the list, whatever its place. */
  isFixed?: (row: Row) => boolean;
  /** It is there to be read. */
  isFrozen?: boolean;
  /** What is wrong with the list as a whole. */
  error?: string | undefined;
  /** Another one, and the words on the button; none where rows come in another way. */
  add?: { label: string; makeRow: () => Row } | undefined;
  /** What an empty list can begin with. */
  start?: { text: string; action: string; help?: string; makeRows: () => Row[] } | undefined;
  onChange: (rows: Row[]) => void;
  children: (row: Row, place: number, change: (row: Row) => void) => ReactNode;
}

/** A list whose order people see: each card can be moved, taken out, and added to. The focus goes with the card. */
export function OrderedCards<Row>({
  rows,
  keyOf,
  nameOf,
  isFixed,
  isFrozen,
  error,
  add,
  start,
  onChange,
  children,
}: Props<Row>) {
  const { t } = useTranslation('forms');
  const [news, setNews] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const wanted = useRef<{ place: number; parts: readonly string[] }>(undefined);

  // A card that moves takes its buttons out of the page for an instant, and the focus would be lost.
  useEffect(() => {
    if (!wanted.current) return;
    const { place, parts } = wanted.current;
    wanted.current = undefined;
    const card = list.current?.children[place];
    const target = parts.map((part) => card?.querySelector<HTMLElement>(`${part}:not(:disabled)`)).find(Boolean);
    (target ?? addButton.current)?.focus();
  });

  const move = (place: number, by: -1 | 1) => {
    const row = rows[place];
    if (row === undefined) return;
    wanted.current = {
      place: place + by,
      parts: by === -1 ? ['[data-tool=up]', '[data-tool=down]'] : ['[data-tool=down]', '[data-tool=up]'],
    };
    setNews(t('order.moved', { place: place + by + 1, count: rows.length }));
    onChange(rows.toSpliced(place, 1).toSpliced(place + by, 0, row));
  };
  const remove = (place: number, name: string) => {
    wanted.current = { place: Math.min(place, rows.length - 2), parts: ['input', 'button'] };
    setNews(t('order.removed', { name }));
    onChange(rows.toSpliced(place, 1));
  };
  const append = (added: readonly Row[]) => {
    wanted.current = { place: rows.length, parts: ['input'] };
    onChange([...rows, ...added]);
  };
  return (
    <>
      {rows.length === 0 && start && !isFrozen && (
        <Card tone="sunken" gap={3} align="start">
          <p>{start.text}</p>
          <Button variant="light" onClick={() => append(start.makeRows())}>
            {start.action}
          </Button>
          {start.help && <p className="soft small">{start.help}</p>}
        </Card>
      )}
      {rows.length > 0 && (
        <Stack as="ol" ref={list} gap={4}>
          {rows.map((row, place) => {
            const name = nameOf(row, place);
            const tool = (label: 'up' | 'down' | 'remove') =>
              ({
                variant: 'subtle',
                size: 44,
                'aria-label': t(`order.${label}`, { name }),
                'data-tool': label,
              }) as const;
            return (
              <Card as="li" tone="strong" gap={3} key={keyOf(row, place)} aria-label={name}>
                <div className={classes.head}>
                  <span className={classes.place} aria-hidden="true">
                    {place + 1}
                  </span>
                  <h3 className={classes.name}>{name}</h3>
                  {!isFrozen && (
                    <Line nowrap className={classes.tools}>
                      <ActionIcon {...tool('up')} disabled={place === 0} onClick={() => move(place, -1)}>
                        <IconArrowUp size={20} aria-hidden="true" />
                      </ActionIcon>
                      <ActionIcon {...tool('down')} disabled={place === rows.length - 1} onClick={() => move(place, 1)}>
                        <IconArrowDown size={20} aria-hidden="true" />
                      </ActionIcon>
                      <ActionIcon
                        {...tool('remove')}
                        color="seal"
                        disabled={isFixed?.(row) ?? false}
                        onClick={() => remove(place, name)}
                      >
                        <IconX size={20} aria-hidden="true" />
                      </ActionIcon>
                    </Line>
                  )}
                </div>
                {children(row, place, (changed) => onChange(rows.with(place, changed)))}
              </Card>
            );
          })}
        </Stack>
      )}
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {error && (
        <p className="bad" role="alert">
          {error}
        </p>
      )}
      {add && !isFrozen && (
        <Button
          ref={addButton}
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          className="self-start"
          onClick={() => append([add.makeRow()])}
        >
          {add.label}
        </Button>
      )}
    </>
  );
}
