/** What can be wrong with a file, its header, or a cell. Each has a sentence in both languages. */
const problemKinds = [
  // The file
  'oldWorkbook',
  'notATable',
  'broken',
  'protected',
  'active',
  'inflated',
  'gbk',
  'notUtf8',
  'openQuote',
  'empty',
  'tooManyRows',
  // The header
  'unknownColumn',
  'repeatedColumn',
  'missingColumn',
  'cellWithoutHeader',
  // A cell
  'required',
  'titleRequired',
  'tooLong',
  'invisible',
  'garbled',
  'formulaError',
  'badNumber',
  'repeatedNumber',
  'unknownCategory',
  'unknownRegion',
  'unknownOrganization',
  'ambiguousOrganization',
  'mismatchedOrganization',
  'refusedOrganization',
  'unverifiedOrganization',
  'unknownKind',
  'kindRequired',
  'unknownLanguage',
  'badDate',
  'endedBeforeStart',
  'badUrl',
  'notAnOption',
  'notANumber',
  'tooSmall',
  'tooGreat',
  'notAsked',
  'fileByTable',
  'repeatedEntry',
  'alreadyEntered',
  'differs',
  'organizationStands',
  'notOpenToChange',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** A problem, and where: the row as a spreadsheet counts it, the place of the column. */
export interface Problem {
  kind: ProblemKind;
  /** From 1; null where it is the whole file's. */
  row: number | null;
  /** From 0; null where it is the whole row's. */
  column: number | null;
  /** As it stands in the file, or what is missing there. */
  header: string | null;
  values: Record<string, string | number>;
}

export const problem = (
  kind: ProblemKind,
  place: { row?: number | null; column?: number | null; header?: string | null } = {},
  values: Problem['values'] = {},
): Problem => ({ kind, row: place.row ?? null, column: place.column ?? null, header: place.header ?? null, values });

/** A problem with the whole file ends the reading of it. */
export class UnreadableFile extends Error {
  // No parameter property: the thread that reads files runs these as they are.
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.kind);
    this.problem = found;
  }
}
