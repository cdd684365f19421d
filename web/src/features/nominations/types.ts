import type { NominatedEntryFragment } from '../../gql/NominatedEntry';
import type { NominationUnitFragment } from '../../gql/NominationUnit';

export type Unit = NominationUnitFragment;

export interface Listed {
  id: string;
  entry: NominatedEntryFragment;
}

export const stateTones = {
  UPCOMING: 'plain',
  OPEN: 'gold',
  SUBMITTED: 'laurel',
  LATE: 'seal',
} as const satisfies Record<Unit['state'], string>;
