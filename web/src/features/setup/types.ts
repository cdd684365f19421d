import type { SetUp_competitionFragment } from '../../gql/SetUp_competition';

export type Host = SetUp_competitionFragment['host'];

export interface StepProps {
  competition: SetUp_competitionFragment;
  /** Asks for the competition as it is now; under another address if it has got one. */
  onSaved: (slug?: string) => Promise<void>;
  onNext: () => void;
}
