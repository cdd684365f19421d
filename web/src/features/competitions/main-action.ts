import type { StageKind } from '../../gql/types';

interface Facts {
  slug: string;
  resultsPublishedAt: string | null;
  currentStage: { kind: StageKind } | null;
  stages: { kind: StageKind; status: string }[];
}

/** What most people come to do at this stage, and where they do it. */
export function mainAction(competition: Facts): { to: string; word: 'results' | 'enter' | 'vote' | 'watch' | 'read' } {
  const home = `/c/${competition.slug}`;
  if (competition.resultsPublishedAt) return { to: `${home}/results`, word: 'results' };
  switch (competition.currentStage?.kind) {
    case 'SUBMISSION':
      return { to: '/projects', word: 'enter' };
    case 'VOTING':
      return { to: `${home}/entries`, word: 'vote' };
    default: {
      const isAhead = competition.stages.every(({ status }) => status === 'UPCOMING');
      return isAhead ? { to: `${home}#rules`, word: 'read' } : { to: `${home}/entries`, word: 'watch' };
    }
  }
}
