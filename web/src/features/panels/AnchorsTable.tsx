import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/time/clock';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import type { PanelStage } from './types';

interface Props {
  stages: readonly PanelStage[];
  onChange: (stage: PanelStage) => void;
}

/** The sample entries of each judging stage; they can be chosen until it opens. */
export function AnchorsTable({ stages, onChange }: Props) {
  const { t } = useTranslation('panels');
  const now = useNow(10_000);
  return (
    <>
      <p>{t('anchors.text')}</p>
      <Stack as="ul" className="lined">
        {stages.map((stage) => {
          const anchors = stage.anchors ?? [];
          return (
            <Row as="li" key={stage.id} gap={4} rowGap={1}>
              <Stack className="grow">
                <b>{stage.name}</b>
                <span className="faint small">
                  {anchors.length > 0
                    ? anchors.map(({ number, title }) => t('entry', { number, title })).join(' · ')
                    : t('anchors.none')}
                </span>
              </Stack>
              {Date.parse(stage.opensAt) > now ? (
                <Button variant="light" onClick={() => onChange(stage)}>
                  {t('anchors.change')}
                </Button>
              ) : (
                <span className="faint small">{t('anchors.stand')}</span>
              )}
            </Row>
          );
        })}
      </Stack>
    </>
  );
}
