import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../apollo/errors';
import { ActivityTimeline } from '../features/entries/ActivityTimeline';
import { EntryPictures } from '../features/entries/EntryPictures';
import { EntryOutline, EntrySections } from '../features/entries/EntrySections';
import { EntryReceipts } from '../features/entries/EntryReceipts';
import { EvidenceStrip } from '../features/entries/EvidenceStrip';
import { AwardSeal } from '../features/standings/AwardSeal';
import { VoteBar } from '../features/voting/vote/VoteBar';
import { EntryPageDocument } from '../gql/EntryPage';
import { Cover } from '../ui/cover/Cover';
import { coverStyle } from '../ui/cover/cover-style';
import { ErrorState } from '../ui/ErrorState';
import { Columns } from '../ui/layout/Columns';
import { Row } from '../ui/layout/Row';
import { Card, Stack } from '../ui/layout/Stack';
import { Page } from '../ui/Page';
import { Seal } from '../ui/Seal';
import { PageSkeleton } from '../ui/Skeletons';
import classes from './EntryPage.module.css';

export function EntryPage() {
  const { slug = '', number = '' } = useParams();
  const { t } = useTranslation('entries');
  const isNumber = /^\d{1,9}$/.test(number);
  const { data, error, refetch } = useQuery(EntryPageDocument, {
    variables: { slug, number: Number(number) },
    skip: !isNumber,
    // The text seldom changes, but what the viewer may do changes with every vote elsewhere.
    fetchPolicy: 'cache-and-network',
  });
  if (!isNumber) return <ErrorState kind="notFound" />;
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { entry } = data;
  if (!entry) return <ErrorState kind="notFound" />;
  if (entry.status === 'WITHDRAWN') return <ErrorState kind="gone" />;

  const { category, competition, organization, region, standing } = entry;
  return (
    <Page title={entry.title} heading="inContent">
      <Columns as="header" sizes="minmax(0, 1fr) minmax(0, 20rem)" gap={2} align="center" className={classes.header}>
        <div className={classes.cover}>
          {entry.cover ? (
            <img
              src={entry.cover.url}
              alt=""
              width={entry.cover.width ?? undefined}
              height={entry.cover.height ?? undefined}
              decoding="async"
            />
          ) : (
            <Cover seed={entry.id} {...coverStyle(category.key)} />
          )}
        </div>
        <Stack gap={2}>
          <p className={classes.place}>
            <Link to={`/c/${slug}`}>{competition.name}</Link>
            {' · '}
            <Link to={`/c/${slug}/entries?category=${encodeURIComponent(category.key)}`}>{category.name}</Link>
            {' · '}
            <span className="unbroken">{t('number', { number: entry.number })}</span>
          </p>
          <h1 className={classes.title}>{entry.title}</h1>
          <p className="soft">
            {organization && <Link to={`/o/${organization.slug}`}>{organization.name}</Link>}
            {organization && region && ' · '}
            {region?.name}
          </p>
          <Row as="p" gap={4} rowGap={2} className={classes.honours}>
            {standing?.award && <AwardSeal award={standing.award} />}
            {standing && <Link to={`/c/${slug}/results`}>{t('rank', { rank: standing.rank })}</Link>}
            {!standing && entry.isShortlisted && <Seal tone="gold">{t('shortlisted')}</Seal>}
          </Row>
        </Stack>
      </Columns>
      <Columns
        from="desk"
        sizes="9rem minmax(0, 40rem) minmax(17rem, 1fr)"
        gap={6}
        align="start"
        className={classes.columns}
      >
        <EntryOutline entry={entry} />
        <div>
          <EntrySections entry={entry} />
          <EntryPictures entry={entry} />
        </div>
        <Card as="aside" gap={4} pad={5} id="evidence" className={classes.evidence} aria-label={t('evidence.title')}>
          <h2>{t('evidence.title')}</h2>
          <p className="faint small">{t('evidence.note')}</p>
          <EvidenceStrip entry={entry} />
          <ActivityTimeline entry={entry} />
        </Card>
      </Columns>
      <EntryReceipts entry={entry} slug={slug} number={entry.number} />
      <VoteBar key={entry.id} entry={entry} onStale={() => void refetch()} />
    </Page>
  );
}
