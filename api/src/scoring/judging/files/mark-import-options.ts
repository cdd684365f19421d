import type { ScoringRuleValues } from '../../../competition/competitions/index.ts';

export interface MarkImportOptions {
  slug: string;
  /** Makes what is missing: the competition, categories, criteria, entries, judges. */
  create: boolean;
  isDryRun: boolean;
  timeZone: string;
  /** Names of the files. */
  source: string;
  /** Of a competition that is made, what differs from the default rule. */
  rule: Partial<ScoringRuleValues>;
  /** Sheets sealed, of how many. */
  progress?: (done: number, of: number) => void;
}
