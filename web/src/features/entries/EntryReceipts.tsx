import type { FragmentType } from '@apollo/client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EarlierReceiptsDocument } from '../../gql/EarlierReceipts';
import { EntryReceipts_entryFragmentDoc, type EntryReceipts_entryFragment } from '../../gql/EntryReceipts_entry';
import type { EntryReceipts_receiptFragment } from '../../gql/EntryReceipts_receipt';
import { useLanguage } from '../../i18n/useLanguage';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { LoadMore } from '../../ui/LoadMore';
import { Section } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { inGroups } from '../../words/receipt';
import classes from './EntryReceipts.module.css';

interface Props {
  entry: FragmentType<EntryReceipts_entryFragment>;
  slug: string;
  number: number;
}

/** Every hand-in with its receipt; nothing for whom it does not concern. */
export function EntryReceipts({ entry, slug, number }: Props) {
  const { t } = useTranslation('receipts');
  const client = useApolloClient();
  const { data, complete } = useFragment({
    fragment: EntryReceipts_entryFragmentDoc,
    fragmentName: 'EntryReceipts_entry',
    from: entry,
  });
  const [earlier, setEarlier] = useState<{ list: EntryReceipts_receiptFragment[]; after: string | null }>();
  const [isLoading, setLoading] = useState(false);
  if (!complete || data.receipts.edges.length === 0) return null;
  const { edges, pageInfo, totalCount } = data.receipts;
  const after = earlier ? earlier.after : pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  const list = [...edges.map(({ node }) => node), ...(earlier?.list ?? [])];
  const more = async () => {
    setLoading(true);
    const answer = await client
      .query({ query: EarlierReceiptsDocument, variables: { slug, number, after }, context: { staysOnPage: true } })
      .catch(() => undefined);
    setLoading(false);
    const page = answer?.data?.entry?.receipts;
    if (!page) return;
    setEarlier({
      list: [...(earlier?.list ?? []), ...page.edges.map(({ node }) => node)],
      after: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null,
    });
  };
  return (
    <Section title={t('list.title')} id="receipts">
      <p className={classes.text}>{t('list.text')}</p>
      <Stack as="ol" gap={4} reversed>
        {list.map((receipt) => (
          <ReceiptLine key={receipt.revision} receipt={receipt} timeZone={data.competition.timeZone} />
        ))}
      </Stack>
      <LoadMore
        shown={list.length}
        total={totalCount}
        hasMore={after !== null}
        isLoading={isLoading}
        onMore={() => void more()}
      />
      <p className={classes.text}>{t('list.check')}</p>
    </Section>
  );
}

function ReceiptLine({ receipt, timeZone }: { receipt: EntryReceipts_receiptFragment; timeZone: string }) {
  const { t } = useTranslation('receipts');
  const language = useLanguage();
  const { revision, submittedAt, timing, submittedBy, sha256, code, path, textPath } = receipt;
  return (
    <Card as="li" tone="strong" gap={2}>
      <Row as="p" gap={3} nowrap>
        <b>
          {t('revision')} {revision}
        </b>
        <Tag tone={timing === 'IN_GRACE' ? 'gold' : 'laurel'}>{t(`timings.${timing}`)}</Tag>
      </Row>
      <Row as="dl" gap={12} rowGap={2} align="stretch" className={classes.facts}>
        <div>
          <dt>{t('time')}</dt>
          <dd>
            <DateTime value={submittedAt} timeZone={timeZone} isExact />
          </dd>
        </div>
        {submittedBy !== null && (
          <div>
            <dt>{t('by')}</dt>
            <dd>{submittedBy}</dd>
          </div>
        )}
        <div>
          <dt>{t('code')}</dt>
          <dd className={classes.code}>{code}</dd>
        </div>
        <div className={classes.hash}>
          <dt>{t('sha')}</dt>
          <dd>{inGroups(sha256)}</dd>
        </div>
      </Row>
      <Row as="p" gap={6} rowGap={0} align="stretch" className={classes.links}>
        <a href={`${path}?lang=${language}`} target="_blank" rel="noreferrer" aria-label={t('pdfOf', { revision })}>
          {t('pdf')}
        </a>
        <a href={textPath} aria-label={t('textOf', { revision })}>
          {t('text')}
        </a>
      </Row>
    </Card>
  );
}
