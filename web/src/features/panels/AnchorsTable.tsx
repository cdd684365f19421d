import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import classes from './SheetsDialog.module.css';
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
      <ul className={classes.sheets}>
        {stages.map((stage) => {
          const anchors = stage.anchors ?? [];
          return (
            <li key={stage.id} className={classes.sheet}>
              <p className={classes.words}>
                <b>{stage.name}</b>
                <span className={classes.about}>
                  {anchors.length > 0
                    ? anchors.map(({ number, title }) => t('entry', { number, title })).join(' · ')
                    : t('anchors.none')}
                </span>
              </p>
              <span />
              {Date.parse(stage.opensAt) > now ? (
                <Button variant="light" onClick={() => onChange(stage)}>
                  {t('anchors.change')}
                </Button>
              ) : (
                <span className={classes.about}>{t('anchors.stand')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
