import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../../../i18n/useLanguage';
import { deviceTimeZone } from '../../../ui/device/device';
import { SavedLine, type SavedTone } from '../../../ui/saving/SavedLine';
import { formatTime } from '../../../ui/time/time';
import { isWaiting } from './outbox';
import type { Outbox } from './useOutbox';

/** Whether what the judge did is safe: with the server, on its way, or on this device. */
export function OutboxState({ outbox: { sheets, state, savedAt } }: { outbox: Outbox }) {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const count = sheets.filter(isWaiting).length;
  const isRefused = sheets.some(({ refusal }) => refusal !== null);
  const [tone, words] = ((): [SavedTone, string] => {
    if (state === 'signedOut') return ['trouble', t('saved.signedOut')];
    if (isRefused) return ['trouble', t('saved.refused')];
    if (count > 0 && state === 'away') return ['waiting', t('saved.kept', { count })];
    if (count > 0) return ['saving', t('saved.saving')];
    if (!savedAt) return ['saved', t('saved.asBefore')];
    return ['saved', t('saved.saved', { time: formatTime(savedAt, { language, timeZone: deviceTimeZone() }) })];
  })();
  return (
    <SavedLine tone={tone}>
      {words}{' '}
      {state === 'signedOut' && (
        <Link to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>{t('saved.signIn')}</Link>
      )}
    </SavedLine>
  );
}
