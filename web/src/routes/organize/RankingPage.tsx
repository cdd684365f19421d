import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RobustnessBadge } from '../../features/explain/RobustnessBadge';
import { CriteriaChart } from '../../features/organizing/CriteriaChart';
import { criteriaOf, wholeScore } from '../../features/organizing/ranking';
import { RankingSection } from '../../features/organizing/RankingSection';
import { RankingTop } from '../../features/organizing/RankingTop';
import { ResultSection } from '../../features/organizing/ResultSection';
import { ScoreDownloads } from '../../features/organizing/ScoreDownloads';
import { judgingStages } from '../../words/judging-stages';
import type { Organized } from '../../features/organizing/today';
import { useRanking } from '../../features/organizing/useRanking';
import { useResult } from '../../features/organizing/useResult';
import { useScoreSignal, type ScoreSignal } from '../../features/organizing/useScoreSignal';
import { Stack } from '../../ui/layout/Stack';
import { Page } from '../../ui/Page';
import { WithOrganized } from './organized';

/** The ranking of each judging stage, and the result of all of them together, as sheets come in. */
export function RankingPage() {
  return <WithOrganized>{(competition) => <Ranking competition={competition} />}</WithOrganized>;
}

function Ranking({ competition }: { competition: Organized }) {
  const { t } = useTranslation('organizing');
  const [search, setSearch] = useSearchParams();
  const { slug, desk, categories } = competition;
  const sheets = desk?.sheetsSubmitted ?? 0;
  const [sheetsAtFirst] = useState(sheets);
  const signal = useScoreSignal(slug);
  const stages = judgingStages(competition);
  const asked = search.get('view');
  const isResult = asked === 'RESULT';
  // Where none is asked for, it is the stage that opened last.
  const stage = stages.find(({ kind }) => kind === asked)?.kind ?? null;
  const categoryKey = search.get('category') || null;
  const ranking = useRanking(slug, stage, categoryKey, signal);
  const shown = stage ?? ranking.about?.kind ?? stages[0]?.kind ?? '';
  const criteria = criteriaOf(ranking.rows ?? [], competition.criteria);
  const whole = wholeScore(ranking.about?.scoringRule?.scale, criteria);
  // The robustness of a result is that of the last stage in which judges have marked.
  const badged = stages.find(({ kind }) => kind === (isResult ? ranking.about?.kind : shown));
  const page = (name: string) => `/organize/${slug}/${name}/${shown.toLowerCase()}`;
  const change = (name: string, value: string) =>
    setSearch(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  return (
    <Page title={t('ranking.title')}>
      <Stack gap={4} as="section" aria-label={t('ranking.title')}>
        <RankingTop
          view={isResult ? 'RESULT' : shown}
          stages={stages}
          categories={categories}
          categoryKey={categoryKey ?? ''}
          readAt={ranking.readAt}
          isPushed={ranking.isPushed}
          newSheets={sheets - sheetsAtFirst}
          onView={(kind) => change('view', kind)}
          onCategory={(key) => change('category', key)}
        />
        {badged && (
          <RobustnessBadge
            slug={slug}
            stage={badged.kind}
            categoryKey={categoryKey}
            behind={isResult ? badged.name : undefined}
            to={`/organize/${slug}/robustness/${badged.kind.toLowerCase()}`}
          />
        )}
        {isResult ? (
          <LiveResult slug={slug} categoryKey={categoryKey} signal={signal} />
        ) : (
          <>
            <RankingSection
              slug={slug}
              ranking={ranking}
              criteria={criteria}
              whole={whole}
              places={ranking.about?.scoringRule?.totalPlaces ?? 2}
              worksheetOf={(number) => `${page('worksheet')}/${number}`}
            />
            {shown && <ScoreDownloads slug={slug} stage={shown} />}
          </>
        )}
      </Stack>
      {ranking.rows && <CriteriaChart rows={ranking.rows} criteria={criteria} whole={whole} />}
    </Page>
  );
}

function LiveResult(props: { slug: string; categoryKey: string | null; signal: ScoreSignal }) {
  return <ResultSection slug={props.slug} result={useResult(props.slug, props.categoryKey, props.signal)} />;
}
