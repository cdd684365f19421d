import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AgreementSection } from '../../features/explain/AgreementSection';
import { viewOf } from '../../features/explain/robustness';
import { IntervalList } from '../../features/explain/IntervalList';
import { useLineWords } from '../../features/explain/useLineWords';
import { WayList } from '../../features/explain/WayList';
import { PageQuery } from '../../forms/PageQuery';
import { RobustnessDocument, type RobustnessQuery } from '../../gql/Robustness';
import { ButtonLink } from '../../ui/ButtonLink';
import { Chips } from '../../ui/Chips';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Page';
import { ExplainFrame, useJudgingStage } from './ExplainFrame';
import { useSlug } from './organized';

/** How far a ranking depends on its method and on single judges, and how far the judges agree. */
export function RobustnessPage() {
  const slug = useSlug();
  const stage = useJudgingStage();
  return (
    <PageQuery
      query={RobustnessDocument}
      variables={{ slug, stage }}
      pick={({ competition }) => competition && stage && { competition, stage }}
    >
      {(shown) => <Robustness competition={shown.competition} kind={shown.stage} />}
    </PageQuery>
  );
}

interface Props {
  competition: NonNullable<RobustnessQuery['competition']>;
  kind: string;
}

function Robustness({ competition, kind }: Props) {
  const { t } = useTranslation('explain');
  const words = useLineWords();
  const [search, setSearch] = useSearchParams();
  const { slug, stages, robustness, agreement } = competition;
  const views = robustness ?? [];
  const view = viewOf(views, search.get('category'));
  const agreed = agreement?.find(({ category }) => category?.id === view?.category?.id);
  const stage = stages.find((one) => one.kind === kind);
  return (
    <ExplainFrame
      page="robustness"
      stages={stages}
      stage={kind}
      title={t('robustness.title')}
      lead={t('robustness.lead', { stage: stage?.name ?? '' })}
    >
      {!view ? (
        <EmptyState title={t('robustness.nothing')} text={t('robustness.nothingText')} />
      ) : (
        <>
          {views.length > 1 && (
            <Chips
              label={t('robustness.category')}
              value={view.category?.key ?? ''}
              choices={views.flatMap(({ category }) =>
                category ? [{ value: category.key, label: category.name }] : [],
              )}
              onChange={(category) => setSearch({ category }, { replace: true })}
            />
          )}
          <Section
            title={t('robustness.lines')}
            aside={
              <ButtonLink to={`/organize/${slug}/what-if/${kind.toLowerCase()}`} variant="light">
                {t('robustness.toWhatIf')}
              </ButtonLink>
            }
          >
            {view.lines.length === 0 && <p>{t('robustness.noLines')}</p>}
            {view.lines.map((line) => (
              <p key={line.line}>
                {words.stands(line)} {words.depends(line)}
              </p>
            ))}
          </Section>
          <Section title={t('robustness.intervals')}>
            <p>{t('robustness.intervalsText')}</p>
            <IntervalList intervals={view.intervals} />
          </Section>
          <Section title={t('robustness.ways')}>
            <WayList ways={view.ways} lines={view.lines} />
          </Section>
        </>
      )}
      {agreed && (
        <Section title={t('agreement.title')}>
          <AgreementSection
            agreement={agreed}
            worksheetOf={(number) => `/organize/${slug}/worksheet/${kind.toLowerCase()}/${number}`}
          />
        </Section>
      )}
    </ExplainFrame>
  );
}
