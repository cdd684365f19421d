import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../apollo/errors';
import { VoteBalanceDocument } from '../../../gql/VoteBalance';
import { useLanguage } from '../../../i18n/useLanguage';
import { ErrorState } from '../../../ui/ErrorState';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import { TextSkeleton } from '../../../ui/Skeletons';
import { formatDays } from '../../../ui/time/time';
import { DataTable } from '../../../ui/layout/DataTable';
import classes from './VoteBalance.module.css';

const fates = ['counted', 'held', 'voided'] as const;

/** The public balance: what was cast is what counts, what is held, and what does not count. */
export function VoteBalance({ slug }: { slug: string }) {
  const { t } = useTranslation('ballots');
  const language = useLanguage();
  const { data, error, refetch } = useQuery(VoteBalanceDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  const balance = data?.competition?.voteBalance;
  if (!balance) return <TextSkeleton lines={3} />;
  if (balance.cast === 0) return <p className="soft">{t('balance.none')}</p>;
  const number = new Intl.NumberFormat(language);
  const day = (value: string) => formatDays(`${value}T12:00:00Z`, `${value}T12:00:00Z`, { language, timeZone: 'UTC' });
  return (
    <Stack gap={4} className="reading">
      <dl className={classes.sum}>
        <div>
          <dt>{t('balance.cast')}</dt>
          <dd>{number.format(balance.cast)}</dd>
        </div>
        {fates.map((fate, index) => (
          <div key={fate}>
            <span className={classes.sign} aria-hidden="true">
              {index === 0 ? '=' : '+'}
            </span>
            <dt>{t(`balance.${fate}`)}</dt>
            <dd>{number.format(balance[fate])}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {t('balance.lead')} {t('balance.retracted', { count: balance.retracted })}
      </p>
      {balance.reasons.length > 0 && (
        <Stack gap={1} className={classes.reasons}>
          <h3>{t('balance.reasons')}</h3>
          <Stack as="ul">
            {balance.reasons.map(({ code, label, held, voided }) => (
              <Row as="li" justify="between" gap={4} rowGap={1} tone="ruled" padBlock={2} key={`${code}${voided}`}>
                {label}
                <span className="faint tabular">
                  {held > 0 && t('balance.reasonHeld', { count: held })}
                  {voided > 0 && t('balance.reasonVoided', { count: voided })}
                </span>
              </Row>
            ))}
          </Stack>
        </Stack>
      )}
      <details className={classes.days}>
        <summary>{t('balance.byDay')}</summary>
        <DataTable
          columns={[t('balance.day'), t('balance.cast'), ...fates.map((fate) => t(`balance.${fate}`))]}
          rows={balance.days.map((row) => [
            day(row.day),
            ...(['cast', ...fates] as const).map((what) => number.format(row[what])),
          ])}
        />
      </details>
    </Stack>
  );
}
