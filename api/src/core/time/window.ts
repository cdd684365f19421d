export enum StageStatus {
  UPCOMING = 'UPCOMING',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

interface Window {
  opensAt: Date;
  closesAt: Date;
}

/** Open from `opensAt`, included, to `closesAt`, excluded. */
export function statusAt({ opensAt, closesAt }: Window, instant: Date): StageStatus {
  if (instant < opensAt) return StageStatus.UPCOMING;
  return instant < closesAt ? StageStatus.OPEN : StageStatus.CLOSED;
}

/** Whether a stage has begun, so that what holds for it stands. While a competition is being set up, none has. */
export function hasBegun({ openedAt }: { openedAt?: Date | null }, stage: Window, instant: Date): boolean {
  return Boolean(openedAt) && statusAt(stage, instant) !== StageStatus.UPCOMING;
}

/** The open stage that closes first: what a visitor should know about now. */
export function currentStage<T extends Window>(stages: readonly T[], instant: Date): T | null {
  return (
    stages
      .filter((stage) => statusAt(stage, instant) === StageStatus.OPEN)
      .toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime())
      .at(0) ?? null
  );
}
