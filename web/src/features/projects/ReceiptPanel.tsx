import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt_entryFragment } from '../../gql/Receipt_entry';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/DateTime';
import classes from './ReceiptPanel.module.css';

/** Proof for whoever handed it in: number, time, link. */
export function ReceiptPanel({ entry }: { entry: Receipt_entryFragment }) {
  const { t } = useTranslation('projects');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { number, title, submittedAt, competition } = entry;
  return (
    <div className={classes.receipt}>
      <h3 className={classes.title} ref={heading} tabIndex={-1}>
        {t('submit.receiptTitle')}
      </h3>
      <p>{title}</p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('submit.receiptNumber')}</dt>
          <dd className={classes.number}>{number}</dd>
        </div>
        <div>
          <dt>{t('submit.receiptTime')}</dt>
          <dd>
            <DateTime value={submittedAt} timeZone={competition.timeZone} />
          </dd>
        </div>
        <div>
          <dt>{t('submit.receiptCompetition')}</dt>
          <dd>{competition.name}</dd>
        </div>
      </dl>
      <p>{t('submit.receiptNext')}</p>
      <ButtonLink to={`/c/${competition.slug}/entries/${number}`}>{t('submit.openEntry')}</ButtonLink>
    </div>
  );
}
