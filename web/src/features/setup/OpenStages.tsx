import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NextBar } from '../../forms/SaveBar';
import { useLanguage } from '../../i18n/useLanguage';
import { Stack } from '../../ui/layout/Stack';
import { DateTime } from '../../ui/time/DateTime';
import { localTime } from '../../ui/time/zoned-time';
import type { StepProps } from './types';
import { MoveStageDialog } from './MoveStageDialog';
import classes from './SetUp.module.css';
import { StageTimeline } from './StageTimeline';

/** The stages of an open competition: each is moved on its own, with a reason. */
export function OpenStages({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const [moving, setMoving] = useState<string>();
  const { stages, timeZone } = competition;
  const stage = stages.find(({ id }) => id === moving);
  return (
    <>
      <p className={classes.help}>{t('stages.stands')}</p>
      <StageTimeline
        language={language}
        stages={stages.map(({ kind, name, opensAt, closesAt }) => ({
          kind,
          name,
          opensAt: localTime(opensAt, timeZone),
          closesAt: localTime(closesAt, timeZone),
        }))}
      />
      <Stack as="ul" gap={4}>
        {stages.map(({ id, name, opensAt, closesAt }) => (
          <li key={id} className={classes.person}>
            <span>
              <b>{name}</b>
              <span className={classes.help}>
                <DateTime value={opensAt} timeZone={timeZone} /> – <DateTime value={closesAt} timeZone={timeZone} />
              </span>
            </span>
            <Button variant="light" aria-label={t('move.one', { stage: name })} onClick={() => setMoving(id)}>
              {t('move.action')}
            </Button>
          </li>
        ))}
      </Stack>
      {stage && (
        <MoveStageDialog
          key={stage.id}
          stage={stage}
          timeZone={timeZone}
          onClose={() => setMoving(undefined)}
          onMoved={() => onSaved()}
        />
      )}
      <NextBar onNext={onNext} />
    </>
  );
}
