import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageRow_messageFragment } from '../../gql/MessageRow_message';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
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
    <Row
      as="article"
      tone="plain"
      justify="between"
      pad={4}
      padInline={5}
      gap={6}
      rowGap={3}
      className={classes.row}
      data-state={state}
    >
      <Stack gap={1} className="grow">
        <Row as="h3" gap={3} rowGap={1} className={classes.kind}>
          {t(`kinds.${kind}`)} <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
        </Row>
        {about && <p className="anywhere">{about}</p>}
        <Row as="p" gap={5} rowGap={1} className="soft small anywhere">
          <span>{to ? t('to', { to }) : t('toNobody')}</span>
          <span>
            {t(sentAt ? 'sent' : 'queued')} <DateTime value={sentAt ?? createdAt} timeZone={timeZone} />
          </span>
          {(state !== 'SENT' || attempts > 1) && attempts > 0 && <span>{t('attempts', { count: attempts })}</span>}
        </Row>
        {state !== 'SENT' && problem && <p className="reading">{problem}</p>}
      </Stack>
      {state === 'FAILED' && (
        <Button variant="default" loading={isBusy} onClick={onRetry} aria-label={t('retry.label', { to: to ?? '' })}>
          {t('retry.action')}
        </Button>
      )}
    </Row>
  );
}
