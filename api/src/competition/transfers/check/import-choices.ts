/** What the person who imports has chosen. */
export interface ImportChoices {
  arriveAs: 'SUBMITTED' | 'ACCEPTED';
  createsOrganizations: boolean;
  /** Whether rows of entries that are there already may change them. */
  updates: boolean;
}
