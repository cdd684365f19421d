import { IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProjectEntries_entryFragment } from '../../../gql/ProjectEntries_entry';
import { DateTime } from '../../../ui/time/DateTime';
import { Stack } from '../../../ui/layout/Stack';
import classes from './WayUp.module.css';

type Step = ProjectEntries_entryFragment['wayUp'][number];

const icons = { AHEAD: IconMinus, HERE: IconClock, NOMINATED: IconCheck, LEFT_OUT: IconX } as const satisfies Record<
  Step['state'],
  unknown
>;

/** Where an entry stands on its way from county to city to province. */
export function WayUp({ steps, timeZone }: { steps: readonly Step[]; timeZone: string }) {
  const { t } = useTranslation('projects');
  return (
    <Stack as="ol" className={classes.way} aria-label={t('wayUp.label')}>
      {steps.map(({ region, organization, state, nominatedAt, closesAt }) => {
        const Icon = icons[state];
        const when = state === 'NOMINATED' ? nominatedAt : state === 'HERE' ? closesAt : null;
        return (
          <li key={region.id} data-state={state}>
            <span className={classes.dot}>
              <Icon size={16} aria-hidden="true" />
            </span>
            <span className={classes.words}>
              <b>{region.name}</b>
              <small>
                {organization.name} · {t(`wayUp.states.${state}`)}{' '}
                {when && <DateTime value={when} timeZone={timeZone} />}
              </small>
            </span>
          </li>
        );
      })}
    </Stack>
  );
}
