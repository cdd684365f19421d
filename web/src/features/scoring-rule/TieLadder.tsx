import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ScoringField } from './ScoringField';
import classes from './ScoringFields.module.css';
import type { RuledCriterion } from './rubrics';
import type { ScoringDraft } from './useScoringDraft';
import { useTieWords } from '../../words/useTieWords';

interface Props {
  of: ScoringDraft;
  criteria: readonly RuledCriterion[];
}

/** What decides between equal totals: the first step that tells them apart does. */
export function TieLadder({ of, criteria }: Props) {
  const { t } = useTranslation('scoring-wizard');
  const words = useTieWords(criteria);
  const { ties } = of.draft;
  const left = [
    ...criteria.map(({ key }) => `CRITERION:${key}`),
    'FIRSTS',
    'HEAD_TO_HEAD',
    'MEDIAN',
    'VOTES',
    'LOT',
  ].filter((step) => !ties.includes(step));
  const move = (place: number, by: -1 | 1) =>
    of.change({ ties: ties.with(place, ties[place + by] ?? '').with(place + by, ties[place] ?? '') });
  return (
    <>
      {ties.length > 0 ? (
        <ol className={classes.ladder}>
          {ties.map((step, place) => {
            const { name, sentence } = words(step);
            return (
              <li key={step} className={classes.rung}>
                <span className={classes.words}>
                  <b>{name}</b>
                  <span>{sentence}</span>
                </span>
                <span className={classes.tools}>
                  <ActionIcon
                    variant="subtle"
                    size={44}
                    aria-label={t('ties.up', { name })}
                    disabled={place === 0}
                    onClick={() => move(place, -1)}
                  >
                    <IconArrowUp size={20} aria-hidden="true" />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    size={44}
                    aria-label={t('ties.down', { name })}
                    disabled={place === ties.length - 1}
                    onClick={() => move(place, 1)}
                  >
                    <IconArrowDown size={20} aria-hidden="true" />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="seal"
                    size={44}
                    aria-label={t('ties.remove', { name })}
                    onClick={() => of.change({ ties: ties.filter((one) => one !== step) })}
                  >
                    <IconX size={20} aria-hidden="true" />
                  </ActionIcon>
                </span>
              </li>
            );
          })}
        </ol>
      ) : (
        <p className={classes.empty}>{t('ties.empty')}</p>
      )}
      {left.length > 0 && (
        <div>
          <b>{t('ties.add')}</b>
          <div className={classes.more}>
            {left.map((step) => (
              <Button
                key={step}
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                onClick={() => of.change({ ties: [...ties, step] })}
              >
                {words(step).name}
              </Button>
            ))}
          </div>
        </div>
      )}
      {ties.includes('LOT') && <ScoringField of={of} name="lotSeed" label={t('ties.seed')} help={t('ties.seedHelp')} />}
    </>
  );
}
