import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorAt } from '../../forms/useAct';
import classes from './Criterion.module.css';
import { moved, newCriterion, sharesOf } from './criteria';
import { CriterionCard, partId } from './CriterionCard';
import { keysOf, type CriterionDraft } from './draft';
import { startingCriteria } from './start';

interface Props {
  criteria: readonly CriterionDraft[];
  isFrozen: boolean;
  errorAt: ErrorAt;
  onChange: (criteria: CriterionDraft[]) => void;
}

const most = 50;
const addId = 'rubric-add';

/** The criteria in the order in which judges meet them. */
export function CriteriaList({ criteria, isFrozen, errorAt, onChange }: Props) {
  const { t } = useTranslation('rubric');
  const [news, setNews] = useState('');
  const wanted = useRef<string[]>([]);
  const shares = sharesOf(criteria);
  const keys = keysOf(criteria);

  // A card that moves takes its buttons out of the page for an instant, and the focus would be lost.
  useEffect(() => {
    const targets = wanted.current.map((id) => document.getElementById(id));
    wanted.current = [];
    targets.find((target) => target && !target.matches(':disabled'))?.focus();
  });

  const move = (place: number, by: -1 | 1) => {
    const id = criteria[place]?.id ?? '';
    const [first, second] = by === -1 ? (['up', 'down'] as const) : (['down', 'up'] as const);
    wanted.current = [partId(id, first), partId(id, second)];
    setNews(t('list.moved', { place: place + by + 1, count: criteria.length }));
    onChange(moved(criteria, place, by));
  };
  const remove = (place: number) => {
    const neighbour = criteria[place + 1] ?? criteria[place - 1];
    wanted.current = neighbour ? [partId(neighbour.id, 'name')] : [addId];
    setNews(t('list.removed'));
    onChange(criteria.filter((_, index) => index !== place));
  };
  const add = (added: CriterionDraft[]) => {
    wanted.current = added[0] ? [partId(added[0].id, 'name')] : [];
    onChange([...criteria, ...added]);
  };

  return (
    <>
      {criteria.length > 0 ? (
        <ol className={classes.list}>
          {criteria.map((criterion, place) => (
            <CriterionCard
              key={criterion.id}
              criterion={criterion}
              place={place}
              count={criteria.length}
              share={shares[place] ?? 0}
              savedKey={keys[place] ?? ''}
              isFrozen={isFrozen}
              errorAt={errorAt}
              onChange={(changed) => onChange(criteria.with(place, changed))}
              onMove={(by) => move(place, by)}
              onRemove={() => remove(place)}
            />
          ))}
        </ol>
      ) : isFrozen ? (
        <p>{t('list.none')}</p>
      ) : (
        <div className={classes.start}>
          <p>{t('list.empty')}</p>
          <Button onClick={() => add(startingCriteria())}>{t('list.start')}</Button>
          <p className={classes.about}>{t('list.startHelp')}</p>
        </div>
      )}
      {!isFrozen && criteria.length < most && (
        <Button
          id={addId}
          variant="default"
          className={classes.add}
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => add([newCriterion(criteria)])}
        >
          {t('list.add')}
        </Button>
      )}
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </>
  );
}
