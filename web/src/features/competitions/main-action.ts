import type { BallotStyle, StageKind, StageStatus } from '../../gql/types';

interface StageFacts {
  kind: StageKind;
  status: StageStatus;
}

/** Stages may run side by side; these ask something of the public, the first most of all. */
const publicOrder: StageKind[] = ['VOTING', 'SUBMISSION', 'FINAL', 'PUBLICATION', 'REVIEW'];

/** Of the stages that are open, the one that matters most to a visitor. */
export function openStage<Stage extends StageFacts>(stages: readonly Stage[]): Stage | undefined {
  const open = stages.filter(({ status }) => status === 'OPEN');
  return open.toSorted((a, b) => publicOrder.indexOf(a.kind) - publicOrder.indexOf(b.kind))[0];
}

interface Facts {
  slug: string;
  resultsPublishedAt: string | null;
  stages: readonly StageFacts[];
  ballotRule?: { style: BallotStyle };
}

/** What most people come to do at this stage, and where they do it. */
export function mainAction(competition: Facts): { to: string; word: 'results' | 'enter' | 'vote' | 'watch' | 'read' } {
  const home = `/c/${competition.slug}`;
  if (competition.resultsPublishedAt) return { to: `${home}/results`, word: 'results' };
  switch (openStage(competition.stages)?.kind) {
    case 'VOTING':
      return { to: competition.ballotRule?.style === 'BALLOT' ? `${home}/ballot` : `${home}/entries`, word: 'vote' };
    case 'SUBMISSION':
      return { to: '/projects', word: 'enter' };
    default: {
      const isAhead = competition.stages.every(({ status }) => status === 'UPCOMING');
      return isAhead ? { to: `${home}#rules`, word: 'read' } : { to: `${home}/entries`, word: 'watch' };
    }
  }
}

/** Puts first what a visitor can take part in now. */
export function byUrgency(a: Facts, b: Facts): number {
  const place = ({ stages }: Facts) => {
    const open = openStage(stages);
    return open ? publicOrder.indexOf(open.kind) : publicOrder.length;
  };
  return place(a) - place(b);
}
