import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import { BallotChoices } from './BallotChoices';
import classes from './BallotTray.module.css';
import { DelayText } from '../vote/DelayText';
import { Sheet } from './Sheet';
import { pointsLeft, problemOf, type TrayRule } from './tray';
import type { Tray } from './useTray';
import type { VoteState } from '../vote/vote-states';

interface Props {
  rule: TrayRule & { mayRetract: boolean };
  tray: Tray;
  state: VoteState;
  onCast: () => void;
  onStopWaiting: () => void;
  /** Instead of casting, where somebody has to sign in first. */
  signIn?: ReactNode;
}

/** What is chosen so far, at the bottom of the screen; opens to be looked over and cast. */
export function BallotTray({ rule, tray, state, onCast, onStopWaiting, signIn }: Props) {
  const { t } = useTranslation(['ballots', 'voting']);
  const [isOpen, setOpen] = useState(state.is === 'waiting' || state.is === 'proving');
  const { choices } = tray;
  const problem = problemOf(rule, choices);
  const isWaiting = state.is === 'waiting' || state.is === 'proving';
  const isBusy = state.is === 'casting' || isWaiting;
  const wanted =
    rule.minChoices === rule.maxChoices
      ? t('tray.exactly', { max: rule.maxChoices })
      : t('tray.range', { min: rule.minChoices, max: rule.maxChoices });
  const trouble =
    state.is === 'refused'
      ? state.message
      : state.is === 'unknown'
        ? t('voting:unknown')
        : state.is === 'unconfirmed' && state.wanted === 'cast'
          ? t('states.unconfirmedCast')
          : null;

  return (
    <ActionBar label={t('tray.label')}>
      <Stack as="p" className={classes.count} role="status">
        <b>{choices.length === 0 ? t('tray.empty') : t('tray.chosen', { count: choices.length })}</b>
        <span>{wanted}</span>
      </Stack>
      <Button size="lg" disabled={choices.length === 0} onClick={() => setOpen(true)}>
        {t('tray.review')}
      </Button>
      {isOpen && (
        <Sheet
          title={t('page.title')}
          closeLabel={t('tray.back')}
          onClose={() => setOpen(false)}
          foot={
            <>
              <div className="soft" role="status">
                {isWaiting ? (
                  <DelayText delay={state} />
                ) : trouble ? (
                  <Notice tone="trouble">{trouble}</Notice>
                ) : problem ? (
                  <span>{t(`problems.${problem.key}`, { count: problem.count })}</span>
                ) : rule.method === 'POINTS' ? (
                  <span>{t('tray.left', { count: pointsLeft(rule, choices) })}</span>
                ) : (
                  <span>{rule.mayRetract ? t('tray.once') : t('tray.final')}</span>
                )}
              </div>
              {state.is === 'waiting' ? (
                <Button variant="subtle" onClick={onStopWaiting}>
                  {t('voting:stopWaiting')}
                </Button>
              ) : (
                (signIn ?? (
                  <Button size="lg" fullWidth loading={isBusy} disabled={problem !== null} onClick={onCast}>
                    {state.is === 'unconfirmed' ? t('tray.castAgain') : t('tray.cast')}
                  </Button>
                ))
              )}
            </>
          }
        >
          <BallotChoices rule={rule} tray={tray} isFixed={isBusy} />
        </Sheet>
      )}
    </ActionBar>
  );
}
