import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { kindOf } from '../apollo/errors';
import { ResultsPageDocument } from '../gql/ResultsPage';
import { ButtonLink } from '../ui/ButtonLink';
import { Chips } from '../ui/Chips';
import { useInstantWords } from '../ui/time/DateTime';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageSkeleton } from '../ui/Skeletons';
import { ResultsStandings } from './ResultsStandings';

export function ResultsPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('entries');
  const [search, setSearch] = useSearchParams();
  const inWords = useInstantWords();
  const category = search.get('category') ?? '';
  const { data, error, refetch } = useQuery(ResultsPageDocument, { variables: { slug } });
  if (error && !data) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { competition } = data;
  if (!competition) return <ErrorState kind="notFound" />;

  const { name, timeZone, resultsPublishedAt, stages, categories } = competition;
  const home = <Link to={`/c/${slug}`}>{name}</Link>;
  if (!resultsPublishedAt) {
    const publication = stages.find(({ kind }) => kind === 'PUBLICATION');
    return (
      <Page title={t('results.title')} eyebrow={home}>
        <EmptyState
          title={t('results.notYet')}
          text={
            publication?.status === 'UPCOMING'
              ? t('results.expected', { time: inWords(publication.opensAt, timeZone) })
              : t('results.soon')
          }
        >
          <ButtonLink to={`/c/${slug}/entries`}>{t('results.meanwhile')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t('results.title')}
      eyebrow={home}
      lead={t('results.publishedAt', { time: inWords(resultsPublishedAt, timeZone) })}
    >
      {competition.isDemonstration && <Notice>{t('results.demonstration')}</Notice>}
      <Chips
        label={t('gallery.category')}
        value={category}
        choices={[
          { value: '', label: t('results.overall') },
          ...categories.map((one) => ({ value: one.key, label: one.name })),
        ]}
        onChange={(key) => setSearch(key ? { category: key } : {}, { replace: true })}
      />
      <ResultsStandings slug={slug} category={category} />
    </Page>
  );
}
