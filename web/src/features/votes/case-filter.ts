import type { CaseState } from '../../gql/types';

/** ALL stands for no filter, so that an address can say it. */
export const caseFilters = ['OPEN', 'VOIDED', 'RESTORED', 'ALL'] as const;
export type CaseFilter = (typeof caseFilters)[number];

export const filterIn = (address: string | null): CaseFilter =>
  caseFilters.find((filter) => filter === address) ?? 'OPEN';

export const stateOf = (filter: CaseFilter): CaseState | null => (filter === 'ALL' ? null : filter);
