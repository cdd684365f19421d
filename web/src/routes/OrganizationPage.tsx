import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../apollo/errors';
import { EntryCard } from '../features/entries/EntryCard';
import { EntryGrid } from '../features/entries/EntryGrid';
import { pathOf } from '../features/organizations/region-path';
import { OrganizationPageDocument } from '../gql/OrganizationPage';
import { ErrorState } from '../ui/ErrorState';
import { LoadMore } from '../ui/LoadMore';
import { Page, Section } from '../ui/Page';
import { Seal } from '../ui/Seal';
import { PageSkeleton } from '../ui/Skeletons';

/** An organization for everybody: who it is, and what it takes part with. */
export function OrganizationPage() {
  const { t } = useTranslation('organizations');
  const { slug = '' } = useParams();
  const [isFetchingMore, setFetchingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(OrganizationPageDocument, { variables: { slug } });
  const organization = data?.organization;
  if (!organization) {
    if (error) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
    return data ? <ErrorState kind="notFound" /> : <PageSkeleton />;
  }
  const { name, kind, region, status, viewerRole, entries } = organization;
  const more = () => {
    setFetchingMore(true);
    fetchMore({ variables: { after: entries.pageInfo.endCursor } })
      .catch(() => undefined)
      .finally(() => setFetchingMore(false));
  };
  return (
    <Page
      title={name}
      eyebrow={[t(`kind.${kind}`), pathOf(region)].join(' · ')}
      lead={
        status === 'VERIFIED' ? (
          <>
            <Seal tone="laurel">{t('status.VERIFIED')}</Seal> {t('public.verified')}
          </>
        ) : (
          t('public.notVerified')
        )
      }
    >
      {viewerRole && (
        <p>
          <Link to={`/organizations/${slug}`}>{t('public.toManage')}</Link>
        </p>
      )}
      <Section title={t('public.entries', { count: entries.totalCount })}>
        {entries.totalCount === 0 && <p>{t('public.noEntries')}</p>}
        <EntryGrid>
          {entries.edges.map(({ node }) => (
            <li key={node.id}>
              <EntryCard entry={node} />
            </li>
          ))}
        </EntryGrid>
        <LoadMore
          shown={entries.edges.length}
          total={entries.totalCount}
          hasMore={entries.pageInfo.hasNextPage}
          isLoading={isFetchingMore}
          onMore={more}
        />
      </Section>
    </Page>
  );
}
