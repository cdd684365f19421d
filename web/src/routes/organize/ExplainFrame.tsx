import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../ui/Page';
import { judgingKinds, type JudgingKind } from '../../words/judging-stages';
import { StageChips } from './StageChips';

/** The judging stage in an address, such as "review"; null for none that there could be. */
export function useJudgingStage(): JudgingKind | null {
  const { stage = '' } = useParams();
  return judgingKinds.find((kind) => kind.toLowerCase() === stage) ?? null;
}

interface Props {
  page: 'robustness' | 'what-if';
  stages: readonly { kind: string; name: string }[];
  stage: string;
  title: string;
  lead: string;
  children: ReactNode;
}

/** A page that explains the ranking of one stage, and the way to the other stages. */
export function ExplainFrame({ page, stages, stage, title, lead, children }: Props) {
  return (
    <Page title={title} lead={lead}>
      <StageChips page={page} stages={stages} stage={stage} />
      {children}
    </Page>
  );
}
