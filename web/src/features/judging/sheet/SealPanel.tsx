import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import { codeOfSeal, sealOf, textOfSheet, type SealedSheet } from './seal-text';
import classes from './SealPanel.module.css';

interface Props {
  code: string;
  seal: string;
  sheet: SealedSheet;
}

/** The code of a submitted sheet, what it is good for, and how to see for oneself that it is right. */
export function SealPanel({ code, seal, sheet }: Props) {
  const { t } = useTranslation('judging');
  const [found, setFound] = useState<string>();
  const [isLost, setLost] = useState(false);
  const check = () =>
    sealOf(sheet).then(
      (hash) => setFound(hash),
      () => setLost(true),
    );
  return (
    <Stack gap={2} className={classes.seal}>
      <p>
        <span className={classes.label}>{t('seal.code')}</span>
        <output className={classes.code}>{code}</output>
      </p>
      <p className="soft small">{t('seal.keep')}</p>
      <details>
        <summary>{t('seal.how')}</summary>
        <p>{t('seal.text')}</p>
        <pre className={classes.text} tabIndex={0} aria-label={t('seal.sheet')}>
          {textOfSheet(sheet)}
        </pre>
        <Button variant="default" onClick={() => void check()}>
          {t('seal.check')}
        </Button>
        <div role="status">
          {found !== undefined && (
            <Notice tone={found === seal ? 'good' : 'trouble'}>
              {found === seal ? t('seal.same', { code: codeOfSeal(found) }) : t('seal.differs')}
            </Notice>
          )}
          {isLost && <Notice tone="trouble">{t('seal.lost')}</Notice>}
        </div>
        {found !== undefined && <p className={classes.hash}>{found}</p>}
      </details>
      <p className="soft small">{t('seal.reopening')}</p>
    </Stack>
  );
}
