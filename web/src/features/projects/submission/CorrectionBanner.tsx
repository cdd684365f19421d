import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../../ui/time/DateTime';
import { Notice } from '../../../ui/Notice';
import { useTimeLeft } from '../../../ui/time/TimeLeft';
import type { AskedCorrection } from './CorrectionAnswers';

/** Above whatever is being written: that it was returned, and how long there is. */
export function CorrectionBanner({ correction, onGo }: { correction: AskedCorrection; onGo: () => void }) {
  const { t } = useTranslation('projects');
  const { words, isOver } = useTimeLeft(correction.until);
  if (isOver) return null;
  return (
    <Notice tone="trouble">
      <p>
        {t('entries.banner', { left: words })} <DateTime value={correction.until} timeZone={correction.timeZone} />
      </p>
      <Button variant="subtle" className="self-start" onClick={onGo}>
        {t('entries.toCorrection')}
      </Button>
    </Notice>
  );
}
