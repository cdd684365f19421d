import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generatePath } from 'react-router';

const source = readFileSync(resolve(import.meta.dirname, '../src/app/routes.ts'), 'utf8');
/** The address of every page, as the router writes it. */
export const routes = [...source.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');

export type Role = 'organizer' | 'judge' | 'member' | 'unit' | 'region' | 'voter';

/** Who sees what a page is for; null for everybody. The first row that an address begins with holds. */
const viewers: [prefix: RegExp, role: Role | null][] = [
  [/^\/c\/:slug\/nominations\//, 'unit'],
  [/^\/c\/:slug\/my-votes/, 'voter'],
  [/^\/(c|o|sign-in)\b/, null],
  [/^\/(projects|organizations|invitations)\b/, 'member'],
  [/^\/verify/, 'region'],
  [/^\/judge\b/, 'judge'],
  [/^\/organize\b/, 'organizer'],
  [/^\/$/, null],
];

export function roleOf(route: string): Role | null {
  const row = viewers.find(([prefix]) => prefix.test(route));
  if (!row) throw new Error(`Who looks at ${route}? Add a row to pages.ts.`);
  return row[1];
}

/** Asks a running Laurel as somebody. */
export type Ask = <Data>(role: Role | null, query: string) => Promise<Data>;

interface Edges<Node> {
  edges: { node: Node }[];
}
interface Organized {
  slug: string;
  figures: { entries: number };
  entries: Edges<{ id: string; number: number }>;
}
const first = <Node>(list: Edges<Node> | undefined): Node | undefined => list?.edges[0]?.node;

/** The addresses of all pages in a running Laurel, each with what it finds there first. */
export async function addresses(ask: Ask): Promise<Map<string, string>> {
  const organizer = await ask<{ viewer: { organizes: Organized[] } }>(
    'organizer',
    '{ viewer { organizes { slug figures { entries } entries(first: 2) { edges { node { id number } } } } } }',
  );
  const competition = organizer.viewer.organizes.toSorted((one, two) => two.figures.entries - one.figures.entries)[0];
  if (!competition) throw new Error('The organizer has no competition; load the demonstration first.');
  const member = await ask<{ viewer: { organizations: { slug: string; projects: Edges<{ id: string }> }[] } }>(
    'member',
    '{ viewer { organizations { slug projects(first: 1) { edges { node { id } } } } } }',
  );
  const judge = await ask<{ viewer: { judgeSeats: { assignments: Edges<{ id: string }> }[] } }>(
    'judge',
    '{ viewer { judgeSeats { assignments(first: 1) { edges { node { id } } } } } }',
  );
  const unit = await ask<{ viewer: { sendingUnits: Edges<{ id: string; competition: { slug: string } }> } }>(
    'unit',
    '{ viewer { sendingUnits(first: 1) { edges { node { id competition { slug } } } } } }',
  );
  const sending = first(unit.viewer.sendingUnits);
  const organization = member.viewer.organizations[0];
  const none = 'none';
  const common = {
    slug: competition.slug,
    number: String(first(competition.entries)?.number),
    other: competition.entries.edges[1]?.node.id ?? none,
    stage: 'review',
    step: 'basics',
    kind: 'entry-submitted',
    token: none,
  };
  /** What the same letters mean elsewhere. */
  const own: Record<string, { slug?: string | undefined; id?: string | undefined }> = {
    '/o/:slug': { slug: organization?.slug },
    '/organizations/:slug': { slug: organization?.slug },
    '/projects/:id': { id: first(organization?.projects)?.id },
    '/judge/assignments/:id': { id: first(judge.viewer.judgeSeats[0]?.assignments)?.id },
    '/c/:slug/nominations/:id': { id: sending?.id, slug: sending?.competition.slug },
  };
  return new Map(routes.map((route) => [route, generatePath(route, { ...common, ...own[route] })]));
}
