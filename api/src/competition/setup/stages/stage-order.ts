import { stageOrder, type StageKind } from '../../competitions/index.ts';

interface Window {
  kind: StageKind;
  opensAt: Date;
  closesAt: Date;
}

type OrderProblem =
  | { index: number; kind: 'ENDS_BEFORE_IT_BEGINS' }
  /** Stage `index` begins while stage `earlier`, which has to be over by then, is still open. */
  | { index: number; kind: 'BEGINS_TOO_EARLY'; earlier: number };

/** What is wrong with the order of stages; at most one problem a stage, the one with the stage that closes last. */
export function orderProblems(stages: readonly Window[]): OrderProblem[] {
  return stages.flatMap((stage, index): OrderProblem[] => {
    if (stage.closesAt <= stage.opensAt) return [{ index, kind: 'ENDS_BEFORE_IT_BEGINS' }];
    const [earlier] = stages
      .map((other, place) => ({ place, ...other }))
      .filter(
        (other) =>
          other.closesAt > stage.opensAt &&
          stageOrder.some(([before, after]) => before === other.kind && after === stage.kind),
      )
      .toSorted((a, b) => b.closesAt.getTime() - a.closesAt.getTime());
    return earlier ? [{ index, kind: 'BEGINS_TOO_EARLY', earlier: earlier.place }] : [];
  });
}
