import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageRow_messageFragment } from '../../gql/MessageRow_message';
import { DateTime } from '../../ui/DateTime';
import { Tag } from '../../ui/Tag';
import classes from './Messages.module.css';

interface Props {
  message: MessageRow_messageFragment;
  timeZone: string;
  isBusy: boolean;
  onRetry: () => void;
}

const tones = { QUEUED: 'gold', SENT: 'laurel', FAILED: 'seal' } as const;

export function MessageRow({ message, timeZone, isBusy, onRetry }: Props) {
  const { t } = useTranslation('messages');
  const { kind, about, state, to, attempts, problem, createdAt, sentAt } = message;
  return (
    <article className={classes.row} data-state={state}>
      <div className={classes.words}>
        <h3 className={classes.kind}>
          {t(`kinds.${kind}`)} <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
        </h3>
        {about && <p className={classes.about}>{about}</p>}
        <p className={classes.facts}>
          <span>{to ? t('to', { to }) : t('toNobody')}</span>
          <span>
            {t(sentAt ? 'sent' : 'queued')} <DateTime value={sentAt ?? createdAt} timeZone={timeZone} />
          </span>
          {(state !== 'SENT' || attempts > 1) && attempts > 0 && <span>{t('attempts', { count: attempts })}</span>}
        </p>
        {state !== 'SENT' && problem && <p className={classes.problem}>{problem}</p>}
      </div>
      {state === 'FAILED' && (
        <Button variant="default" loading={isBusy} onClick={onRetry} aria-label={t('retry.label', { to: to ?? '' })}>
          {t('retry.action')}
        </Button>
      )}
    </article>
  );
}
