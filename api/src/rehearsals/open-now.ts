import type { Stage, StageKind } from '../competition/competitions/index.ts';

const hour = 3_600_000;

/** What is moved: all of it by the same time, so that order, lengths and overlaps stay. */
type Moved = Pick<Stage, 'kind' | 'opensAt' | 'closesAt' | 'revision'>;

/** Moves stages so that one of them has just opened; whether there is such a stage. */
export function openNow(stages: readonly Moved[], kind: StageKind, now: Date): boolean {
  const wanted = stages.find((stage) => stage.kind === kind);
  if (!wanted) return false;
  const length = wanted.closesAt.getTime() - wanted.opensAt.getTime();
  const by = now.getTime() - Math.min(hour, Math.floor(length / 2)) - wanted.opensAt.getTime();
  for (const stage of stages) {
    stage.opensAt = new Date(stage.opensAt.getTime() + by);
    stage.closesAt = new Date(stage.closesAt.getTime() + by);
    stage.revision += 1;
  }
  return true;
}
