import type { Desk_competitionFragment } from '../../gql/Desk_competition';

type Competition = Pick<Desk_competitionFragment, 'stages' | 'desk' | 'voteDesk' | 'figures' | 'resultsPublishedAt'>;
type Stage = Competition['stages'][number];

/** Something that waits for an organizer, most pressing first. */
export type Task =
  | { kind: 'publish' }
  | { kind: 'cases'; count: number }
  | { kind: 'review'; count: number }
  | { kind: 'assign'; stage: Stage }
  | { kind: 'shortlist' }
  | { kind: 'sheets'; count: number; total: number }
  | { kind: 'idleJudges'; count: number };

export const stageOf = ({ stages }: Pick<Competition, 'stages'>, kind: Stage['kind']): Stage | undefined =>
  stages.find((stage) => stage.kind === kind);

/** Why results cannot be published yet, if they cannot. */
export function publishObstacle({
  stages,
  desk,
  voteDesk,
  resultsPublishedAt,
}: Competition):
  | { kind: 'published'; at: string }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'sheets'; count: number }
  | { kind: 'cases'; count: number }
  | null {
  if (resultsPublishedAt) return { kind: 'published', at: resultsPublishedAt };
  const open = stages.find(({ kind, status }) => kind !== 'PUBLICATION' && status !== 'CLOSED');
  if (open) return { kind: 'stage', stage: open };
  const count = desk ? desk.sheetsAssigned - desk.sheetsSubmitted : 0;
  if (count > 0) return { kind: 'sheets', count };
  const cases = voteDesk?.open.totalCount ?? 0;
  return cases > 0 ? { kind: 'cases', count: cases } : null;
}

export function tasksOf(competition: Competition): Task[] {
  const { desk, voteDesk, figures, resultsPublishedAt } = competition;
  if (!desk || resultsPublishedAt) return [];
  const tasks: Task[] = [];
  const review = stageOf(competition, 'REVIEW');
  const final = stageOf(competition, 'FINAL');
  if (publishObstacle(competition) === null) tasks.push({ kind: 'publish' });
  const cases = voteDesk?.open.totalCount ?? 0;
  if (cases > 0) tasks.push({ kind: 'cases', count: cases });
  if (desk.entriesToReview > 0) tasks.push({ kind: 'review', count: desk.entriesToReview });
  if (review && review.status !== 'CLOSED' && desk.sheetsAssigned === 0 && figures.entries > 0) {
    tasks.push({ kind: 'assign', stage: review });
  }
  if (review?.status === 'CLOSED' && final && final.status !== 'CLOSED' && figures.shortlisted === 0) {
    tasks.push({ kind: 'shortlist' });
  }
  const outstanding = desk.sheetsAssigned - desk.sheetsSubmitted;
  if (outstanding > 0) tasks.push({ kind: 'sheets', count: outstanding, total: desk.sheetsAssigned });
  if (desk.judgesWithoutMarks > 0) tasks.push({ kind: 'idleJudges', count: desk.judgesWithoutMarks });
  return tasks;
}

/** What ends or begins next, by the clock that decides. */
export function nextDeadline(
  stages: readonly Stage[],
  now: number,
): { stage: Stage; at: string; isClosing: boolean } | null {
  const coming = stages
    .flatMap((stage) => [
      { stage, at: stage.opensAt, isClosing: false },
      { stage, at: stage.closesAt, isClosing: true },
    ])
    .filter(({ at }) => Date.parse(at) > now)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return coming[0] ?? null;
}
