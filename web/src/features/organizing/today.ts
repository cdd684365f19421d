import type { Organized_competitionFragment } from '../../gql/Organized_competition';

export type Organized = Organized_competitionFragment;
type Competition = Pick<
  Organized,
  'stages' | 'desk' | 'voteDesk' | 'messageDesk' | 'figures' | 'resultsPublishedAt' | 'openedAt'
>;
type Stage = Competition['stages'][number];

/** Something that waits for an organizer, and the page below the competition's own on which it is done. */
export interface Task {
  kind:
    | 'open'
    | 'publish'
    | 'cases'
    | 'review'
    | 'coming'
    | 'assign'
    | 'shortlist'
    | 'sheets'
    | 'idleJudges'
    | 'failed';
  page: string;
  count?: number;
  /** Of how many `count` is a part. */
  total?: number;
  /** The name of the stage that it is about. */
  stage?: string;
}

export const stageOf = ({ stages }: Pick<Competition, 'stages'>, kind: Stage['kind']): Stage | undefined =>
  stages.find((stage) => stage.kind === kind);

/** The numbers of what waits: the tasks of the day, the menu and the lists behind them say the same ones. */
export function waiting({ desk, voteDesk, messageDesk }: Pick<Competition, 'desk' | 'voteDesk' | 'messageDesk'>) {
  return {
    review: desk?.queueFigures.submitted ?? 0,
    nominations: desk?.queueFigures.coming ?? 0,
    votes: voteDesk?.open.totalCount ?? 0,
    judging: desk ? desk.sheetsAssigned - desk.sheetsSubmitted : 0,
    messages: messageDesk?.counts.failed ?? 0,
  };
}

/** Why results cannot be published yet, if they cannot. */
export function publishObstacle(
  competition: Competition,
):
  | { kind: 'published' }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'sheets'; count: number }
  | { kind: 'cases'; count: number }
  | null {
  if (competition.resultsPublishedAt) return { kind: 'published' };
  const open = competition.stages.find(({ kind, status }) => kind !== 'PUBLICATION' && status !== 'CLOSED');
  if (open) return { kind: 'stage', stage: open };
  const { judging: sheets, votes: cases } = waiting(competition);
  if (sheets > 0) return { kind: 'sheets', count: sheets };
  return cases > 0 ? { kind: 'cases', count: cases } : null;
}

/** Most pressing first. */
export function tasksOf(competition: Competition): Task[] {
  const { desk, figures, openedAt, resultsPublishedAt } = competition;
  if (!desk || resultsPublishedAt) return [];
  if (openedAt === null) return [{ kind: 'open', page: 'setup/open' }];
  const review = stageOf(competition, 'REVIEW');
  const final = stageOf(competition, 'FINAL');
  const counts = waiting(competition);
  const isUnassigned = review && review.status !== 'CLOSED' && desk.sheetsAssigned === 0 && figures.entries > 0;
  const lacksFinalists = review?.status === 'CLOSED' && final && final.status !== 'CLOSED' && figures.shortlisted === 0;
  const tasks: (Task | false | undefined)[] = [
    publishObstacle(competition) === null && { kind: 'publish', page: 'publish' },
    { kind: 'cases', count: counts.votes, page: 'vote#cases' },
    { kind: 'review', count: counts.review, page: 'entries' },
    { kind: 'coming', count: counts.nominations, page: 'nominations' },
    isUnassigned && { kind: 'assign', page: 'judging', stage: review.name },
    lacksFinalists && { kind: 'shortlist', page: 'publish' },
    { kind: 'sheets', count: counts.judging, total: desk.sheetsAssigned, page: 'judging' },
    { kind: 'idleJudges', count: desk.judgesWithoutMarks, page: 'panels' },
    { kind: 'failed', count: counts.messages, page: 'messages?state=FAILED' },
  ];
  return tasks.filter((task): task is Task => Boolean(task) && (task as Task).count !== 0);
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
