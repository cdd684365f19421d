import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './Nominations.module.css';
import { stateTones, type Unit } from './types';

interface Props {
  slug: string;
  units: readonly Unit[];
  onReturn: (unit: Unit) => void;
}

/** Who sends to whom, each with its quota as a bar that fills. */
export function UnitTree({ slug, units, onReturn }: Props) {
  const below = Map.groupBy(units, ({ sendsTo }) => sendsTo?.id ?? '');
  const shown = new Set(units.map(({ region }) => region.id));
  // Of units further up that are not the viewer's to see, those below begin the tree.
  const roots = units.filter(({ sendsTo }) => !sendsTo || !shown.has(sendsTo.id));
  return <Branch slug={slug} units={roots} below={below} onReturn={onReturn} />;
}

function Branch({
  slug,
  units,
  below,
  className,
  onReturn,
}: Props & { below: ReadonlyMap<string, Unit[]>; className?: string }) {
  if (units.length === 0) return null;
  return (
    <Stack as="ul" gap={2} className={className}>
      {units.map((unit) => (
        <li key={unit.id}>
          <UnitRow slug={slug} unit={unit} onReturn={onReturn} />
          <Branch
            slug={slug}
            units={below.get(unit.region.id) ?? []}
            below={below}
            className={classes.branch}
            onReturn={onReturn}
          />
        </li>
      ))}
    </Stack>
  );
}

function UnitRow({ slug, unit, onReturn }: { slug: string; unit: Unit; onReturn: (unit: Unit) => void }) {
  const { t } = useTranslation('nominations');
  const { region, organization, state, quota } = unit;
  const nominated = unit.nominated ?? 0;
  const share = quota > 0 ? Math.min(100, (nominated / quota) * 100) : 0;
  return (
    <div className={classes.unit} data-state={state}>
      <Stack as="span">
        <Link to={`/c/${slug}/nominations/${unit.id}`}>{region.name}</Link>
        <small className="soft small anywhere">{organization.name}</small>
      </Stack>
      <span className={classes.quota}>
        <span className={classes.bar} aria-hidden="true">
          <span className={classes.fill} style={{ width: `${share}%` }} />
        </span>
        <span>
          {t('tree.filled', { nominated, quota })}
          <span className="visually-hidden">{t('tree.received', { count: unit.received })}</span>
        </span>
      </span>
      <span>
        <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>
      </span>
      {state === 'SUBMITTED' && unit.viewerMayReturn ? (
        <Button variant="subtle" aria-label={t('return.title', { region: region.name })} onClick={() => onReturn(unit)}>
          {t('return.short')}
        </Button>
      ) : (
        <span />
      )}
    </div>
  );
}
