import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/useLanguage';
import { deviceTimeZone } from '../../../ui/device/device';
import { SavedLine, type SavedTone } from '../../../ui/saving/SavedLine';
import { formatTime } from '../../../ui/time/time';
import type { Writing } from './useDraft';

const tones: Record<Writing['state'], SavedTone> = {
  saved: 'saved',
  waiting: 'waiting',
  saving: 'saving',
  retrying: 'trouble',
  signedOut: 'trouble',
  refused: 'trouble',
  blocked: 'trouble',
  conflict: 'trouble',
};

/** The line that says whether the text is safe. */
export function DraftState({ project, version }: { project: Writing; version: number }) {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  const { state, savedAt, refusal, blocked } = project;
  // The writer's own wall clock, unlike a deadline's.
  const timeZone = deviceTimeZone();
  const words = () => {
    switch (state) {
      case 'saved':
        return t('saved.saved', { time: formatTime(savedAt, { language, timeZone }), version });
      case 'blocked':
        return t('saved.blocked', { count: blocked });
      case 'refused':
        return refusal ?? t('saved.refused');
      default:
        return t(`saved.${state}`);
    }
  };
  return <SavedLine tone={tones[state]}>{words()}</SavedLine>;
}
