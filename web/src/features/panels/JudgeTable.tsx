import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './JudgeTable.module.css';
import { LoadBar } from './LoadBar';
import type { ActOnJudge, PanelJudge } from './types';

interface Props {
  label: string;
  judges: readonly PanelJudge[];
  canChange: boolean;
  onAct: (act: ActOnJudge, judge: PanelJudge) => void;
}

/** The judges of a panel: how far each is, how much each carries, and what can be done. */
export function JudgeTable({ label, judges, canChange, onAct }: Props) {
  const { t } = useTranslation('panels');
  const most = Math.max(1, ...judges.map(({ progress, loadLimit }) => Math.max(progress.assigned, loadLimit ?? 0)));
  return (
    <Stack as="ul" className="lined" aria-label={label}>
      {judges.map((judge) => (
        <li key={judge.id} className={classes.judge} data-retired={judge.retiredAt !== null || undefined}>
          <Row as="p" gap={2} className="tabular">
            <b>{judge.code}</b>
            {judge.retiredAt && <Tag>{t('judges.retired')}</Tag>}
          </Row>
          <Stack gap={1}>
            <LoadBar progress={judge.progress} limit={judge.loadLimit} most={most} />
            {judge.retiredAt && judge.retirementReason && (
              <p className="soft small">{t('judges.because', { reason: judge.retirementReason })}</p>
            )}
          </Stack>
          <Row className={classes.acts}>
            <Button
              variant="subtle"
              aria-label={t('judges.sheetsOf', { code: judge.code })}
              onClick={() => onAct('sheets', judge)}
            >
              {t('judges.sheets')}
            </Button>
            {canChange && !judge.retiredAt && (
              <>
                <Button
                  variant="subtle"
                  aria-label={t('judges.mentorOf', { code: judge.code })}
                  onClick={() => onAct('mentor', judge)}
                >
                  {t('judges.mentor')}
                </Button>
                <Button
                  variant="subtle"
                  color="seal"
                  aria-label={t('judges.retireOf', { code: judge.code })}
                  onClick={() => onAct('retire', judge)}
                >
                  {t('judges.retire')}
                </Button>
              </>
            )}
          </Row>
        </li>
      ))}
    </Stack>
  );
}
