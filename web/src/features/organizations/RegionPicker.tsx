import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconCheck, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedRegion_regionFragment } from '../../gql/PickedRegion_region';
import { RegionPickerDocument } from '../../gql/RegionPicker';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { SearchBox } from '../../ui/SearchBox';
import { pathOf } from './region-path';
import classes from './RegionPicker.module.css';

export type PickedRegion = PickedRegion_regionFragment;

interface Props {
  value: PickedRegion | null;
  /** What the region is asked for. */
  help: string;
  error?: string | undefined;
  onChange: (region: PickedRegion | null) => void;
}

/** A region, found by a part of its name or by going down from the provinces; one column, so that a thumb can do it. */
export function RegionPicker({ value, help, error, onChange }: Props) {
  const { t } = useTranslation('organizations');
  const id = useId();
  const change = useRef<HTMLButtonElement>(null);
  return (
    <Stack as="fieldset" gap={2} aria-describedby={error ? id : undefined}>
      <legend className={classes.legend}>{t('region.label')}</legend>
      <p className="faint small">{help}</p>
      {value ? (
        <Row as="p" gap={3} justify="between" className={classes.chosen}>
          <span>{pathOf(value)}</span>
          <Button ref={change} variant="subtle" px="xs" onClick={() => onChange(null)}>
            {t('region.change')}
          </Button>
        </Row>
      ) : (
        <RegionTree
          onPick={(region) => {
            onChange(region);
            // What was pressed is gone; going on begins at what was chosen.
            requestAnimationFrame(() => change.current?.focus());
          }}
        />
      )}
      {error && (
        <p id={id} className={`small ${classes.error}`}>
          {error}
        </p>
      )}
    </Stack>
  );
}

function RegionTree({ onPick }: { onPick: (region: PickedRegion) => void }) {
  const { t } = useTranslation('organizations');
  const { t: common } = useTranslation();
  const [search, setSearch] = useState('');
  const [inside, setInside] = useState<PickedRegion[]>([]);
  const open = inside.at(-1);
  const { data, previousData, error } = useQuery(RegionPickerDocument, {
    variables: search ? { search } : { parentCode: open?.code ?? null },
  });
  const regions = (data ?? previousData)?.regions.edges.map(({ node }) => node) ?? [];
  return (
    <Stack gap={2}>
      <SearchBox
        label={t('region.search')}
        placeholder={t('region.placeholder')}
        clearLabel={t('region.clear')}
        value={search}
        onSearch={setSearch}
      />
      {error && <p role="alert">{common('errors.network.text')}</p>}
      <p role="status" className={`faint small ${classes.found}`}>
        {search && data && t('region.found', { count: regions.length })}
      </p>
      <Card as="ul" pad={0} className={`lined ${classes.list}`} aria-busy={!data}>
        {!search && open && (
          <>
            <li>
              <button type="button" className={classes.row} onClick={() => setInside(inside.slice(0, -1))}>
                <IconChevronLeft size={20} aria-hidden="true" />
                <span className={classes.name}>{t('region.up')}</span>
              </button>
            </li>
            <li>
              <button type="button" className={classes.row} onClick={() => onPick(open)}>
                <IconCheck size={20} aria-hidden="true" />
                <span className={classes.name}>{t('region.itself', { name: open.name })}</span>
              </button>
            </li>
          </>
        )}
        {regions.map((region) => {
          const leadsOn = region.hasRegions && !search;
          return (
            <li key={region.id}>
              <button
                type="button"
                className={classes.row}
                onClick={() => (leadsOn ? setInside([...inside, region]) : onPick(region))}
              >
                <span className={classes.name}>
                  {region.name}
                  {search && region.parent && <span className="faint small">{pathOf(region.parent)}</span>}
                </span>
                {leadsOn && <IconChevronRight size={20} role="img" aria-label={t('region.leadsOn')} />}
              </button>
            </li>
          );
        })}
      </Card>
    </Stack>
  );
}
