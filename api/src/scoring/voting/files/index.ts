export type { BallotFile } from './ballot-file.ts';
export { readCsvBallots } from './csv-ballots.ts';
export { exportBallots } from './export-ballots.ts';
export { importBallotFile, type ImportReport } from './import-ballot-file.ts';
export { Problems } from '../../../core/tables/problems.ts';
export { readPb } from './pb/read-pb.ts';
export { readTally, writeTally, type EntryOfTally } from './tally.ts';
