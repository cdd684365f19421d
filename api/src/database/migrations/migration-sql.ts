/** What one migration says: a statement each, forward and back. Never edited once merged. */
export interface MigrationSql {
  up: string[];
  down: string[];
}
