import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './AttachmentPicker.module.css';
import type { Sending, Uploader } from './uploader';

/** What is on its way, each with how far it is, and what can be done about one that is not. */
export function SendingList({ uploader, sending }: { uploader: Uploader; sending: readonly Sending[] }) {
  const { t } = useTranslation('uploads');
  if (sending.length === 0) return null;
  return (
    <ul className={classes.sending} aria-label={t('sending.label')}>
      {sending.map(({ key, name, state, share, message, canRetry }) => (
        <li key={key} className={classes.row} data-failed={state === 'failed' || undefined}>
          <p className={classes.name}>{name}</p>
          {state !== 'failed' && (
            <progress className={classes.progress} value={state === 'checking' ? undefined : share} aria-label={name} />
          )}
          <p className={classes.state} role={state === 'failed' ? 'alert' : undefined}>
            {state === 'failed'
              ? (message ?? t('sending.lost'))
              : t(`sending.${state}`, { percent: Math.round(share * 100) })}
          </p>
          <div className={classes.actions}>
            {canRetry && (
              <Button size="compact-md" variant="default" onClick={() => uploader.retry(key)}>
                {t('sending.retry')}
              </Button>
            )}
            <Button size="compact-md" variant="subtle" onClick={() => uploader.drop(key)}>
              {t(state === 'failed' ? 'sending.dismiss' : 'sending.cancel')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
