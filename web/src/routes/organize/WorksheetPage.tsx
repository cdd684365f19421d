import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { Worksheet } from '../../features/explain/Worksheet';
import { WorksheetDocument } from '../../gql/Worksheet';
import { ErrorState } from '../../ui/ErrorState';
import { PageSkeleton } from '../../ui/Skeletons';
import { ExplainFrame, useJudgingStage } from './ExplainFrame';
import { OrganizersOnly } from './OrganizersOnly';

/** How the score of one entry came about. */
export function WorksheetPage() {
  return <OrganizersOnly>{(slug) => <LoadedWorksheet slug={slug} />}</OrganizersOnly>;
}

function LoadedWorksheet({ slug }: { slug: string }) {
  const { t } = useTranslation('explain');
  const { number = '' } = useParams();
  const stage = useJudgingStage();
  const { data, error, loading, refetch } = useQuery(WorksheetDocument, {
    variables: { slug, number: Number(number), stage },
    skip: stage === null || !/^\d{1,9}$/.test(number),
    fetchPolicy: 'no-cache',
    context: { staysOnPage: true },
  });
  const competition = data?.competition;
  const sheet = competition?.worksheet;
  if (!competition || !sheet) {
    if (error) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
    return loading ? <PageSkeleton /> : <ErrorState kind="notFound" />;
  }
  return (
    <ExplainFrame
      competition={competition}
      view={sheet.stage.kind}
      title={t('worksheet.title', { number: sheet.entry.number })}
      lead={
        <>
          <Link to={`/c/${slug}/entries/${sheet.entry.number}`}>{sheet.entry.title}</Link> · {sheet.stage.name} ·{' '}
          {sheet.rank === null ? t('worksheet.noRank') : t('worksheet.rankIs', { rank: sheet.rank })}
        </>
      }
    >
      <Worksheet sheet={sheet} />
    </ExplainFrame>
  );
}
