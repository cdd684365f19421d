import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import type { ActState } from '../../forms/useAct';
import type { DecisionHistory_entryFragment } from '../../gql/DecisionHistory_entry';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './Review.module.css';

const tones = { ACCEPT: 'laurel', REJECT: 'seal', RETURN: 'gold' } as const;

interface Props {
  entry: DecisionHistory_entryFragment & { revision: number };
  timeZone: string;
  act: ActState;
  /** Null where the viewer has no decision to take back. */
  onUndo: ((decisionId: string) => Promise<boolean>) | null;
}

/** Who decided what, when and why; the record is never shortened. */
export function DecisionHistory({ entry, timeZone, act, onUndo }: Props) {
  const { t } = useTranslation('review');
  const [asking, setAsking] = useState<string>();
  const { decisions, revision } = entry;
  if (decisions.length === 0) return <p className="faint small">{t('history.none')}</p>;
  return (
    <Stack as="ol" gap={3}>
      {decisions.map((one) => (
        <Stack
          as="li"
          key={one.id}
          gap={1}
          className={classes.decision}
          data-undone={one.undoneAt !== null || undefined}
        >
          <Row as="p" gap={2} rowGap={1}>
            <Tag tone={tones[one.verdict]}>{t(`verdicts.${one.verdict}`)}</Tag>
            {one.isSettling && <Tag>{t('history.settling')}</Tag>}
            <b>{one.reviewerName ?? t('history.operator')}</b>
            <span className="faint small">
              <DateTime value={one.decidedAt} timeZone={timeZone} /> ·{' '}
              {t('history.revision', { revision: one.revision })}
            </span>
          </Row>
          {one.reason && <p>{one.reason}</p>}
          {one.fields.length > 0 && (
            <ul>
              {one.fields.map(({ kind, key, remark }) => (
                <li key={`${kind}/${key}`}>{remark}</li>
              ))}
            </ul>
          )}
          {one.undoneAt ? (
            <p className="faint small">
              {t('history.undone', { name: one.undoneByName ?? t('history.operator') })}{' '}
              <DateTime value={one.undoneAt} timeZone={timeZone} />
            </p>
          ) : (
            onUndo &&
            one.revision === revision && (
              <Button variant="subtle" className="self-start" onClick={() => setAsking(one.id)}>
                {t('history.undo')}
                <span className="visually-hidden">{t(`verdicts.${one.verdict}`)}</span>
              </Button>
            )
          )}
        </Stack>
      ))}
      {asking !== undefined && onUndo && (
        <ActDialog
          act={act}
          title={t('history.undoTitle')}
          action={t('history.undo')}
          onConfirm={() => void onUndo(asking).then((isDone) => isDone && setAsking(undefined))}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('history.undoText')}</p>
        </ActDialog>
      )}
    </Stack>
  );
}
