import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../features/jobs/JobProgress';
import { ExportPanel } from '../../features/transfers/ExportPanel';
import { ImportPanel } from '../../features/transfers/ImportPanel';
import { PageQuery } from '../../forms/PageQuery';
import { TransfersPageDocument } from '../../gql/TransfersPage';
import { Page, Section } from '../../ui/Page';
import { useSlug } from './organized';

/** Entries in by tables, and out. */
export function TransfersPage() {
  const slug = useSlug();
  return (
    <PageQuery query={TransfersPageDocument} variables={{ slug }} pick={({ competition }) => competition}>
      {({ id, timeZone }) => <Transfers slug={slug} id={id} timeZone={timeZone} />}
    </PageQuery>
  );
}

function Transfers({ slug, id, timeZone }: { slug: string; id: string; timeZone: string }) {
  const { t } = useTranslation('transfers');
  const progress = (jobId: string, label: string) => <JobProgress jobId={jobId} label={label} timeZone={timeZone} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
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
