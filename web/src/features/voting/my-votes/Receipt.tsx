import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Receipt.module.css';

/** The code of a vote, to be kept by whoever wants to. */
export function Receipt({ receipt }: { receipt: string }) {
  const { t } = useTranslation('ballots');
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <span className={classes.receipt}>
      <span className="visually-hidden">{t('mine.receipt')} </span>
      <code>{receipt}</code>
      <button
        type="button"
        className={classes.copy}
        aria-label={t('mine.copy', { receipt })}
        onClick={() => void copy(receipt).then(setCopied)}
      >
        {isCopied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />}
        <span role="status">{isCopied ? t('mine.copied') : ''}</span>
      </button>
    </span>
  );
}

/** The clipboard wants a page served with TLS; without it the code stands there to be selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
