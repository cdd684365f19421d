import { registerEnumType } from 'type-graphql';

export enum StageKind {
  SUBMISSION = 'SUBMISSION',
  VOTING = 'VOTING',
  REVIEW = 'REVIEW',
  PAPERS = 'PAPERS',
  FINAL = 'FINAL',
  PUBLICATION = 'PUBLICATION',
}
/** Pairs of stages of which the first must close before the second opens. Votes and reviews may overlap. */
export const stageOrder: readonly (readonly [StageKind, StageKind])[] = [
  ...[StageKind.VOTING, StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL, StageKind.PUBLICATION].map(
    (after) => [StageKind.SUBMISSION, after] as const,
  ),
  [StageKind.REVIEW, StageKind.PAPERS],
  ...[StageKind.VOTING, StageKind.REVIEW, StageKind.PAPERS].map((before) => [before, StageKind.FINAL] as const),
  ...[StageKind.VOTING, StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL].map(
    (before) => [before, StageKind.PUBLICATION] as const,
  ),
];
/** The stages in which judges mark. */
export const judgingKinds: readonly StageKind[] = [StageKind.REVIEW, StageKind.PAPERS, StageKind.FINAL];
registerEnumType(StageKind, {
  name: 'StageKind',
  description:
    'What a stage is for: handing in, the public vote, the first review by judges, their review of further papers, the final, the results.',
});
