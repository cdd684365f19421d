import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { JobProgress } from '../../features/jobs/JobProgress';
import { ExportPanel } from '../../features/transfers/ExportPanel';
import { ImportPanel } from '../../features/transfers/ImportPanel';
import { TransfersPageDocument } from '../../gql/TransfersPage';
import { ErrorState } from '../../ui/ErrorState';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { OrganizersOnly } from './OrganizersOnly';

/** Entries in by tables, and out. */
export function TransfersPage() {
  return <OrganizersOnly>{(slug) => <Transfers slug={slug} />}</OrganizersOnly>;
}

function Transfers({ slug }: { slug: string }) {
  const { t } = useTranslation('transfers');
  const { data, error, loading, refetch } = useQuery(TransfersPageDocument, { variables: { slug } });
  const competition = data?.competition;
  if (!competition) {
    if (error) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
    return loading ? <PageSkeleton /> : <ErrorState kind="notFound" />;
  }
  const { id, name, timeZone, isDemonstration } = competition;
  const progress = (jobId: string, label: string) => <JobProgress jobId={jobId} label={label} timeZone={timeZone} />;
  return (
    <Page
      title={t('title')}
      eyebrow={
        <>
          <Link to={`/organize/${slug}`}>{name}</Link> {isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </>
      }
      lead={t('lead')}
    >
      <Section title={t('template.title')}>
        <p>{t('template.text')}</p>
        <ExportPanel competitionId={id} isTemplate jobSlot={progress} />
      </Section>
      <Section title={t('in.title')}>
        <ImportPanel slug={slug} competitionId={id} timeZone={timeZone} jobSlot={progress} />
      </Section>
      <Section title={t('out.title')}>
        <p>{t('out.text')}</p>
        <ExportPanel competitionId={id} jobSlot={progress} />
      </Section>
    </Page>
  );
}
