import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionHistory_entryFragment } from '../../gql/DecisionHistory_entry';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DateTime } from '../../ui/DateTime';
import { Tag } from '../../ui/Tag';
import classes from './Review.module.css';

const tones = { ACCEPT: 'laurel', REJECT: 'seal', RETURN: 'gold' } as const;

interface Props {
  entry: DecisionHistory_entryFragment & { revision: number };
  timeZone: string;
  isBusy: boolean;
  problem: string | undefined;
  /** Null for whom it is not to decide. */
  onUndo: ((decisionId: string) => Promise<boolean>) | null;
}

/** Who said what of it, when and why; nothing of it ever goes away. */
export function DecisionHistory({ entry, timeZone, isBusy, problem, onUndo }: Props) {
  const { t } = useTranslation('review');
  const [asking, setAsking] = useState<string>();
  const { decisions, revision } = entry;
  if (decisions.length === 0) return <p className={classes.faint}>{t('history.none')}</p>;
  return (
    <ol className={classes.history}>
      {decisions.map((one) => (
        <li key={one.id} data-undone={one.undoneAt !== null || undefined}>
          <p className={classes.line}>
            <Tag tone={tones[one.verdict]}>{t(`verdicts.${one.verdict}`)}</Tag>
            {one.isSettling && <Tag>{t('history.settling')}</Tag>}
            <b>{one.reviewerName ?? t('history.operator')}</b>
            <span className={classes.faint}>
              <DateTime value={one.decidedAt} timeZone={timeZone} /> ·{' '}
              {t('history.revision', { revision: one.revision })}
            </span>
          </p>
          {one.reason && <p>{one.reason}</p>}
          {one.fields.length > 0 && (
            <ul>
              {one.fields.map(({ kind, key, remark }) => (
                <li key={`${kind}/${key}`}>{remark}</li>
              ))}
            </ul>
          )}
          {one.undoneAt ? (
            <p className={classes.faint}>
              {t('history.undone', { name: one.undoneByName ?? t('history.operator') })}{' '}
              <DateTime value={one.undoneAt} timeZone={timeZone} />
            </p>
          ) : (
            onUndo &&
            one.revision === revision && (
              <Button variant="subtle" className={classes.undo} onClick={() => setAsking(one.id)}>
                {t('history.undo')}
                <span className="visually-hidden">{t(`verdicts.${one.verdict}`)}</span>
              </Button>
            )
          )}
        </li>
      ))}
      {asking !== undefined && onUndo && (
        <ConfirmDialog
          title={t('history.undoTitle')}
          action={t('history.undo')}
          isOpen
          isBusy={isBusy}
          problem={problem}
          onConfirm={() => void onUndo(asking).then((isDone) => isDone && setAsking(undefined))}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('history.undoText')}</p>
        </ConfirmDialog>
      )}
    </ol>
  );
}
