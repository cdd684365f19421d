import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NextBar } from '../../forms/SaveBar';
import { useLanguage } from '../../i18n/useLanguage';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { DateTime } from '../../ui/time/DateTime';
import { localTime } from '../../ui/time/zoned-time';
import { MoveStageDialog } from './MoveStageDialog';
import { StageTimeline } from './StageTimeline';
import type { StepProps } from './types';

/** The stages of an open competition: each is moved on its own, with a reason. */
export function OpenStages({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const [moving, setMoving] = useState<string>();
  const { stages, timeZone } = competition;
  const stage = stages.find(({ id }) => id === moving);
  return (
    <>
      <p className="soft">{t('stages.stands')}</p>
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
          <Row as="li" key={id} tone="strong" pad={3} padInline={4} gap={4} justify="between" nowrap>
            <Stack as="span" className="anywhere">
              <b>{name}</b>
              <span className="soft">
                <DateTime value={opensAt} timeZone={timeZone} /> – <DateTime value={closesAt} timeZone={timeZone} />
              </span>
            </Stack>
            <Button variant="light" aria-label={t('move.one', { stage: name })} onClick={() => setMoving(id)}>
              {t('move.action')}
            </Button>
          </Row>
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
