import type { Env } from '../server/env.ts';

const people: [address: string, does: string][] = [
  ['organizer@laurel.example', 'runs the competition and sees the ranking'],
  ['judge1@laurel.example', 'marks the entries on a panel'],
  ['member@laurel.example', 'submits for an organization'],
  ['unit@laurel.example', 'nominates for a city'],
  ['region@laurel.example', 'verifies organizations that register'],
  ['voter1@laurel.example', 'votes, and so does voter2@laurel.example'],
];

/** What the person who started the server needs next. */
export function welcome(env: Env, { isDemonstration }: { isDemonstration: boolean }): string {
  const lines = ['', `  Laurel is at  ${env.publicUrl}`, `  GraphQL at    ${env.publicUrl}/graphql`, ''];
  if (isDemonstration) {
    const code = env.smtpUrl
      ? 'the code comes by mail.'
      : `the code appears at ${env.publicUrl}/dev/mail and in this terminal.`;
    lines.push(`  Sign in as one of these; ${code}`);
    for (const [address, does] of people) lines.push(`    ${address.padEnd(26)}${does}`);
    lines.push('');
  }
  const kept = env.databaseUrl ? 'the database stays as it is' : `the data stays in ${env.dataFolder}`;
  lines.push(`  Ctrl-C stops it; ${kept}.`, '', '');
  return lines.join('\n');
}
