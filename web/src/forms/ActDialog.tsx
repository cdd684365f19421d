import type { ReactNode } from 'react';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import type { ActState } from './useAct';

interface Props {
  act: ActState;
  title: string;
  /** What will happen, before it does. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  /** `seal` is for what is final or official. */
  color?: 'laurel' | 'seal';
  isDisabled?: boolean;
  /** Instead of the act's own sentence. */
  problem?: ReactNode;
  onConfirm: () => Promise<void> | void;
  onClose: () => void;
}

/** Asks before an act, and stays open with the reason where it was not done. */
export function ActDialog({ act, problem = act.problem, onConfirm, ...dialog }: Props) {
  return <ConfirmDialog {...dialog} isOpen isBusy={act.isBusy} problem={problem} onConfirm={() => void onConfirm()} />;
}
