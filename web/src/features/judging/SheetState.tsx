import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../../i18n/useLanguage';
import { deviceTimeZone } from '../../ui/device';
import { SavedLine, type SavedTone } from '../../ui/saving/SavedLine';
import { formatTime } from '../../ui/time';
import type { Sheet } from './useSheet';

const tones: Record<Sheet['state'], SavedTone> = {
  saved: 'saved',
  waiting: 'waiting',
  saving: 'saving',
  blocked: 'trouble',
  retrying: 'trouble',
  signedOut: 'trouble',
  refused: 'trouble',
};

export function SheetState({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const { state, savedAt, refusal } = sheet;
  const words = () => {
    if (state === 'refused') return refusal ?? t('saved.refused');
    if (state !== 'saved') return t(`saved.${state}`);
    if (!savedAt) return t('saved.asBefore');
    return t('saved.saved', { time: formatTime(savedAt, { language, timeZone: deviceTimeZone() }) });
  };
  return (
    <SavedLine tone={tones[state]}>
      {words()}{' '}
      {state === 'signedOut' && (
        <Link to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>{t('saved.signIn')}</Link>
      )}
    </SavedLine>
  );
}
