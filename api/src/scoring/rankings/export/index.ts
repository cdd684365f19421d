import type { Competition } from '../../../competition/competitions/index.ts';
import type { ExportedScores } from './export-scores.ts';
import { scoresCsv } from './scores-csv.ts';
import { scoresXlsx } from './scores-xlsx.ts';

export { exportScores, type ExportedScores } from './export-scores.ts';

/** The scores as a file: csv for programs, xlsx for people. */
export const writeScores = async (
  scores: ExportedScores,
  competition: Competition,
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> => (format === 'csv' ? Buffer.from(scoresCsv(scores)) : await scoresXlsx(scores, competition));
