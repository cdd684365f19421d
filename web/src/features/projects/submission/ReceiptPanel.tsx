import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import { useLanguage } from '../../../i18n/useLanguage';
import { ButtonLink } from '../../../ui/ButtonLink';
import { DateTime } from '../../../ui/time/DateTime';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import { Tag } from '../../../ui/Tag';
import { inGroups } from '../../../words/receipt';
import { ReceiptContent } from './ReceiptContent';
import classes from './ReceiptPanel.module.css';

/** Proof for whoever handed it in: number, time, hash, and exactly what was handed in. */
export function ReceiptPanel({ entry }: { entry: Receipt_entryFragment }) {
  const { t } = useTranslation('receipts');
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { number, competition } = entry;
  const receipt = entry.receipts.edges[0]?.node;
  if (!receipt) return null;
  const { revision, submittedAt, timing, code, sha256, path, textPath, title } = receipt;
  return (
    <Stack gap={4} align="start" className={classes.receipt}>
      <h3 className={classes.title} ref={heading} tabIndex={-1}>
        {revision === 1 ? t('submitted') : t('resubmitted', { revision })}
      </h3>
      <p>{title}</p>
      <Row as="dl" gap={12} rowGap={4} align="end">
        <div>
          <dt>{t('number')}</dt>
          <dd className={classes.number}>{number}</dd>
        </div>
        <div>
          <dt>{t('code')}</dt>
          <dd className={classes.number}>{code}</dd>
        </div>
        <div>
          <dt>{t('time')}</dt>
          <dd>
            <DateTime value={submittedAt} timeZone={competition.timeZone} isExact />{' '}
            <Tag tone={timing === 'IN_GRACE' ? 'gold' : 'laurel'}>{t(`timings.${timing}`)}</Tag>
          </dd>
        </div>
        <div>
          <dt>{t('competition')}</dt>
          <dd>{competition.name}</dd>
        </div>
        <div className={classes.hash}>
          <dt>{t('sha')}</dt>
          <dd>{inGroups(sha256)}</dd>
        </div>
      </Row>
      <p className="faint small">{t('codeHelp')}</p>
      <Row as="p" gap={6} rowGap={1} align="stretch" className={classes.links}>
        <a href={`${path}?lang=${language}`} target="_blank" rel="noreferrer">
          {t('pdf')}
        </a>
        <a href={textPath}>{t('text')}</a>
      </Row>
      <details className={classes.content}>
        <summary>{t('content')}</summary>
        <ReceiptContent receipt={receipt} />
      </details>
      <p>{t('next')}</p>
      <ButtonLink to={`/c/${competition.slug}/entries/${number}`}>{t('openEntry')}</ButtonLink>
    </Stack>
  );
}
