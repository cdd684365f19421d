import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Worksheet } from '../../features/explain/Worksheet';
import { PageQuery } from '../../forms/PageQuery';
import { WorksheetDocument } from '../../gql/Worksheet';
import { Page } from '../../ui/Page';
import { useJudgingStage } from './ExplainFrame';
import { useSlug } from './organized';

/** How the score of one entry came about. */
export function WorksheetPage() {
  const { t } = useTranslation('explain');
  const slug = useSlug();
  const stage = useJudgingStage();
  const { number = '' } = useParams();
  return (
    <PageQuery
      query={WorksheetDocument}
      variables={{ slug, stage, number: /^\d{1,9}$/.test(number) ? Number(number) : 0 }}
      pick={({ competition }) => stage && competition?.worksheet}
    >
      {(sheet) => (
        <Page
          title={t('worksheet.title', { number: sheet.entry.number })}
          eyebrow={<Link to={`/organize/${slug}/ranking?view=${sheet.stage.kind}`}>{t('back')}</Link>}
          lead={
            <>
              <Link to={`/c/${slug}/entries/${sheet.entry.number}`}>{sheet.entry.title}</Link> · {sheet.stage.name} ·{' '}
              {sheet.rank === null ? t('worksheet.noRank') : t('worksheet.rankIs', { rank: sheet.rank })}
            </>
          }
        >
          <Worksheet sheet={sheet} />
        </Page>
      )}
    </PageQuery>
  );
}
