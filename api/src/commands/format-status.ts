import type { DatabaseStatus } from '../database/migrate.ts';

export interface Status {
  isHealthy: boolean;
  /** What keeps it from being healthy, in a sentence. */
  problem: string | null;
  laurel: string;
  node: string;
  server: { url: string; isRunning: boolean };
  database: {
    /** Without its password. Null while the embedded server is not running: its port is chosen anew each time. */
    address: string | null;
    isEmbedded: boolean;
    /** Before this command came; it starts the embedded server for itself and stops it again. */
    isRunning: boolean;
    version: string | null;
  };
  pendingMigrations: string[];
  competitions: DatabaseStatus['competitions'];
}

/** The state of things for people: a line each, then the competitions as a table. */
export function formatStatus(found: Status): string {
  const { database, server } = found;
  const lines: [string, string][] = [
    ['Laurel', `${found.laurel} on Node ${found.node.replace(/^v/, '')}`],
    ['Server', `${server.url}, ${server.isRunning ? 'running' : 'not running'}`],
    ['Database', describeDatabase(database)],
    [
      'Migrations',
      found.pendingMigrations.length > 0 ? `pending: ${found.pendingMigrations.join(', ')}` : 'none pending',
    ],
    ['Health', found.problem ?? 'all well'],
  ];
  const facts = lines.map(([name, text]) => `${name.padEnd(12)}${text}`);
  return [...facts, ...tabulate(found.competitions)].map((line) => `${line}\n`).join('');
}

function describeDatabase({ address, isEmbedded, isRunning, version }: Status['database']): string {
  const parts = [isEmbedded ? 'embedded' : 'DATABASE_URL', isRunning ? 'running' : 'not running'];
  if (version) parts.push(`PostgreSQL ${version}`);
  if (address) parts.push(address);
  return parts.join(', ');
}

function tabulate(competitions: Status['competitions']): string[] {
  if (competitions.length === 0) return [];
  const width = Math.max(11, ...competitions.map(({ slug }) => slug.length));
  const row = (slug: string, entries: string | number, votes: string | number, name: string) =>
    `${slug.padEnd(width)}  ${String(entries).padStart(9)}  ${String(votes).padStart(9)}  ${name}`;
  return [
    '',
    row('competition', 'entries', 'votes', 'name'),
    ...competitions.map(({ slug, entries, votes, name }) => row(slug, entries, votes, name)),
  ];
}
