/** The kinds of stages in which judges mark, in the order in which an entry passes them. */
export const judgingKinds = ['REVIEW', 'PAPERS', 'FINAL'] as const;
export type JudgingKind = (typeof judgingKinds)[number];

export const judgingStages = <Stage extends { kind: string }>({ stages }: { stages: readonly Stage[] }): Stage[] =>
  judgingKinds.flatMap((kind) => stages.filter((stage) => stage.kind === kind));
