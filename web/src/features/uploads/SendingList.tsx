import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './AttachmentPicker.module.css';
import type { Sending, Uploader } from './uploader';

/** What is on its way, each with how far it is, and what can be done about one that is not. */
export function SendingList({ uploader, sending }: { uploader: Uploader; sending: readonly Sending[] }) {
  const { t } = useTranslation('uploads');
  if (sending.length === 0) return null;
  return (
    <Stack as="ul" gap={3} aria-label={t('sending.label')}>
      {sending.map(({ key, name, state, share, message, canRetry }) => (
        <Columns
          as="li"
          from="always"
          sizes="minmax(0, 1fr) auto"
          gap={4}
          rowGap={1}
          align="center"
          tone="sunken"
          key={key}
          className={classes.row}
          data-failed={state === 'failed' || undefined}
        >
          <p className={classes.name}>{name}</p>
          {state !== 'failed' && (
            <progress className={classes.progress} value={state === 'checking' ? undefined : share} aria-label={name} />
          )}
          <p className={classes.state} role={state === 'failed' ? 'alert' : undefined}>
            {state === 'failed'
              ? (message ?? t('sending.lost'))
              : t(`sending.${state}`, { percent: Math.round(share * 100) })}
          </p>
          <Row gap={1} align="stretch" nowrap className={classes.actions}>
            {canRetry && (
              <Button size="compact-md" variant="default" onClick={() => uploader.retry(key)}>
                {t('sending.retry')}
              </Button>
            )}
            <Button size="compact-md" variant="subtle" onClick={() => uploader.drop(key)}>
              {t(state === 'failed' ? 'sending.dismiss' : 'sending.cancel')}
            </Button>
          </Row>
        </Columns>
      ))}
    </Stack>
  );
}
