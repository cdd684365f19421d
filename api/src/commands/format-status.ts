import type { Status } from './status.ts';

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
