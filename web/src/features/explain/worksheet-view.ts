import type { WorksheetQuery } from '../../gql/Worksheet';

export type WorksheetView = NonNullable<NonNullable<WorksheetQuery['competition']>['worksheet']>;
