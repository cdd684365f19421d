import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../apollo/errors';
import { GalleryFilters } from '../features/entries/GalleryFilters';
import { useGalleryFilters } from '../features/entries/useGalleryFilters';
import { GalleryPageDocument } from '../gql/GalleryPage';
import { ErrorState } from '../ui/ErrorState';
import { Page } from '../ui/Page';
import { Skeleton } from '../ui/Skeleton';
import { GalleryEntries } from './GalleryEntries';

export function GalleryPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('entries');
  const { filters, setFilters } = useGalleryFilters();
  const { data, error, refetch } = useQuery(GalleryPageDocument, { variables: { slug } });
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (data && !data.competition) return <ErrorState kind="notFound" />;

  // The cards are asked for at once, beside the facts above them.
  const competition = data?.competition;
  const votesLeft = competition?.viewerVotesLeftToday ?? null;
  const isBallot = competition?.ballotRule.style === 'BALLOT';
  const isVoting = competition?.stages.some(({ kind, status }) => kind === 'VOTING' && status === 'OPEN') ?? false;
  return (
    <Page
      title={t('gallery.title')}
      eyebrow={<Link to={`/c/${slug}`}>{competition?.name ?? '…'}</Link>}
      lead={
        isVoting &&
        (isBallot ? (
          <>
            {t('gallery.ballotLead')} <Link to={`/c/${slug}/ballot`}>{t('gallery.toBallot')}</Link>
          </>
        ) : votesLeft === null ? (
          t('gallery.voteLead')
        ) : (
          t('gallery.votesLeft', { count: votesLeft })
        ))
      }
    >
      {competition ? (
        <GalleryFilters
          filters={filters}
          onChange={setFilters}
          total={competition.figures.entries}
          categories={competition.categories}
          regions={competition.entriesByRegion}
        />
      ) : (
        <Skeleton height={108} />
      )}
      <GalleryEntries
        slug={slug}
        filters={filters}
        onClear={() => setFilters({ category: '', region: '', q: '' })}
        exposuresOf={isVoting && competition ? competition.id : null}
      />
    </Page>
  );
}
