import { RobustnessBadge } from '../../features/explain/RobustnessBadge';
import { RankingSection } from '../../features/organizing/RankingSection';
import classes from '../../features/organizing/RankingSection.module.css';
import { RankingTop } from '../../features/organizing/RankingTop';
import { ScoreDownloads } from '../../features/organizing/ScoreDownloads';
import { ResultSection } from '../../features/organizing/ResultSection';
import type { Criterion } from '../../features/organizing/ranking';
import type { LiveRanking } from '../../features/organizing/useRanking';
import { useResult } from '../../features/organizing/useResult';
import type { ScoreSignal } from '../../features/organizing/useScoreSignal';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';

const judging = ['REVIEW', 'PAPERS', 'FINAL'] as const;
export type View = (typeof judging)[number] | 'RESULT' | null;

/** What an address asks for; null: the stage that opened last. */
export const viewIn = (asked: string | null): View =>
  asked === 'RESULT' ? asked : (judging.find((kind) => kind === asked) ?? null);

interface Props {
  competition: Desk_competitionFragment;
  view: View;
  ranking: LiveRanking;
  signal: ScoreSignal;
  criteria: readonly Criterion[];
  /** The most that a score can be. */
  whole: number;
  categoryKey: string;
  newSheets: number;
  onView: (view: string) => void;
  onCategory: (key: string) => void;
}

/** The ranking of each judging stage, and the result of all of them together. */
export function RankingViews(props: Props) {
  const { competition, view, ranking, signal, criteria, whole, categoryKey, ...top } = props;
  const { slug, stages, categories } = competition;
  const ranked = judging.flatMap((kind) => stages.filter((stage) => stage.kind === kind));
  const shown = view ?? ranking.about?.kind ?? ranked[0]?.kind ?? '';
  // Behind the result stands, for its robustness, the last stage in which judges have marked.
  const badged = ranked.find(({ kind }) => kind === (view === 'RESULT' ? ranking.about?.kind : shown));
  return (
    <div className={classes.section}>
      <RankingTop
        {...top}
        view={shown}
        stages={ranked}
        categories={categories}
        categoryKey={categoryKey}
        readAt={ranking.readAt}
        isPushed={ranking.isPushed}
      />
      {badged && (
        <RobustnessBadge
          slug={slug}
          stage={badged.kind}
          categoryKey={categoryKey || null}
          behind={view === 'RESULT' ? badged.name : undefined}
          to={`/organize/${slug}/robustness/${badged.kind.toLowerCase()}`}
        />
      )}
      {view === 'RESULT' ? (
        <LiveResult slug={slug} categoryKey={categoryKey || null} signal={signal} />
      ) : (
        <>
          <RankingSection
            slug={slug}
            ranking={ranking}
            criteria={criteria}
            whole={whole}
            places={ranking.about?.scoringRule?.totalPlaces ?? 2}
            worksheetOf={(number) => `/organize/${slug}/worksheet/${shown.toLowerCase()}/${number}`}
          />
          {shown && <ScoreDownloads slug={slug} stage={shown} />}
        </>
      )}
    </div>
  );
}

function LiveResult({ slug, categoryKey, signal }: { slug: string; categoryKey: string | null; signal: ScoreSignal }) {
  return <ResultSection slug={slug} result={useResult(slug, categoryKey, signal)} />;
}
