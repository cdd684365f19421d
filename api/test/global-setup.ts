import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from '../src/database/throwaway.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the run's own PostgreSQL; its user may create others. */
    databaseUrl: string;
  }
}

/** One PostgreSQL for the whole run. It stops by itself when the run is killed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowawayPostgres();
  project.provide('databaseUrl', postgres.url);
  return postgres.stop;
}
