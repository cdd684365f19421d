import { IconArrowDown, IconArrowUp, IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/IconButton';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import classes from './BallotChoices.module.css';
import { mostPoints, worthOf, type TrayRule } from './tray';
import type { Tray } from './useTray';

interface Props {
  rule: TrayRule;
  tray: Tray;
  /** While the ballot is on its way. */
  isFixed: boolean;
}

/** The chosen entries with what each is worth: put in order by buttons, given points by steps, taken off. */
export function BallotChoices({ rule, tray, isFixed }: Props) {
  const { t } = useTranslation('ballots');
  const [said, setSaid] = useState('');
  const { choices, remove, move, setPoints } = tray;
  const isRanked = rule.method === 'RANKED';

  const moveBy = (entryId: string, title: string, place: number, by: number) => {
    move(entryId, by);
    setSaid(t('tray.moved', { title, place: place + 1 + by }));
  };
  return (
    <>
      <Stack as="ol">
        {choices.map((choice, place) => {
          const { entryId, title, points } = choice;
          return (
            <Row as="li" gap={3} rowGap={1} tone="ruled" padBlock={2} key={entryId} className={classes.choice}>
              {isRanked && (
                <span className={classes.place} aria-label={t('tray.place', { place: place + 1 })}>
                  {place + 1}
                </span>
              )}
              <p className={classes.title}>
                {title}
                {isRanked && <small>{t('tray.points', { count: worthOf(rule, choice, place) })}</small>}
              </p>
              <Row nowrap className="push">
                {isRanked && (
                  <>
                    <Step
                      label={t('tray.up', { title })}
                      Icon={IconArrowUp}
                      isDisabled={isFixed || place === 0}
                      onPress={() => moveBy(entryId, title, place, -1)}
                    />
                    <Step
                      label={t('tray.down', { title })}
                      Icon={IconArrowDown}
                      isDisabled={isFixed || place === choices.length - 1}
                      onPress={() => moveBy(entryId, title, place, 1)}
                    />
                  </>
                )}
                {rule.method === 'POINTS' && (
                  <>
                    <Step
                      label={t('tray.less', { title })}
                      Icon={IconMinus}
                      isDisabled={isFixed || points <= 1}
                      onPress={() => setPoints(entryId, points - 1)}
                    />
                    <output className={classes.points} aria-label={t('tray.points', { count: points })}>
                      {points}
                    </output>
                    <Step
                      label={t('tray.more', { title })}
                      Icon={IconPlus}
                      isDisabled={isFixed || points >= mostPoints(rule, choices, choice)}
                      onPress={() => setPoints(entryId, points + 1)}
                    />
                  </>
                )}
                <Step
                  label={t('tray.remove', { title })}
                  Icon={IconX}
                  isDisabled={isFixed}
                  onPress={() => remove(entryId)}
                />
              </Row>
            </Row>
          );
        })}
      </Stack>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

interface StepProps {
  label: string;
  Icon: ComponentType<{ size: number; 'aria-hidden': true }>;
  isDisabled: boolean;
  onPress: () => void;
}

/** Stays focusable at the end of its range, so that pressing on does not throw the keyboard off. */
function Step({ label, Icon, isDisabled, onPress }: StepProps) {
  return (
    <IconButton aria-label={label} title={label} aria-disabled={isDisabled} onClick={() => !isDisabled && onPress()}>
      <Icon size={20} aria-hidden />
    </IconButton>
  );
}
