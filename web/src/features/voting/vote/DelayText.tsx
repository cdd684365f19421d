import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delay } from './deliver';

/** Why it takes longer, and that nothing is counted yet. Who listens hears each thing once, and no ticking. */
export function DelayText({ delay }: { delay: Delay }) {
  const { t } = useTranslation('voting');
  if (delay.is === 'proving') return <span>{t('proving')}</span>;
  return (
    <span>
      {delay.ahead === null || delay.ahead < 1
        ? t('waiting.crowd')
        : t('waiting.ahead', { count: rounded(delay.ahead) })}{' '}
      {t('waiting.notYet')} <Seconds until={delay.until} />
    </span>
  );
}

function Seconds({ until }: { until: number }) {
  const { t } = useTranslation('voting');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <b className="small tabular unbroken" aria-hidden="true">
      {t('waiting.next', { seconds })}
    </b>
  );
}

/** Two digits that mean something: 1,234 becomes 1,200. */
function rounded(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.round(count / unit) * unit;
}
