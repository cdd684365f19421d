import type { Viewer } from '../core/context.ts';
import { makePerson, type TestCompetition } from './factories.ts';
import type { World } from './world.ts';

/** What became of a mutation: its result, or the code with which it was refused. */
// The shape depends on the mutation; each test says what it expects.
// oxlint-disable-next-line typescript/no-explicit-any
export type Deed = any;

/** Sends a mutation with its one input, as some viewer. `fields`: what to ask of the result beside its type. */
export async function act(
  world: World,
  viewer: Viewer | null,
  name: string,
  input: object,
  fields = '',
): Promise<Deed> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await world.run(
    viewer,
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on UserError { message } ${fields} } }`,
    { input },
  );
  return errors[0]?.code ?? data[name];
}

/** Runs statements as somebody with a connection to the database would. */
export const sql = async <Row = Record<string, unknown>>(
  world: World,
  statement: string,
  params: unknown[] = [],
): Promise<Row[]> => await world.orm.em.fork().execute<Row[]>(statement, params);

export async function makeOrganizer(world: World, competition: TestCompetition): Promise<Viewer> {
  const person = await makePerson(world);
  await sql(world, 'insert into competition_organizers (competition_id, user_id) values (?, ?)', [
    competition.id,
    person.id,
  ]);
  return person;
}

interface Sheet {
  id: string;
  status: string;
  sealCode: string | null;
  entry: { number: number };
}

/** What a judge finds in the queue; nothing without a seat. */
export async function queueOf(world: World, judge: Viewer, { slug }: TestCompetition): Promise<Sheet[]> {
  const { data } = await world.run(
    judge,
    `query ($slug: String!) { competition(slug: $slug) { viewerJudgeSeat { assignments(first: 50) {
      edges { node { id status sealCode entry { number } } } } } } }`,
    { slug },
  );
  const edges: { node: Sheet }[] = data.competition.viewerJudgeSeat?.assignments.edges ?? [];
  return edges.map(({ node }) => node);
}

export async function criteriaOf(world: World, { slug }: TestCompetition): Promise<{ id: string; key: string }[]> {
  const query = 'query ($slug: String!) { competition(slug: $slug) { criteria { id key } } }';
  return (await world.run(null, query, { slug })).data.competition.criteria;
}

/** Marks every criterion alike, and hands the sheet in unless asked not to. */
export async function markAll(
  world: World,
  judge: Viewer,
  competition: TestCompetition,
  assignmentId: string,
  value: string,
  isSubmitted = true,
): Promise<void> {
  const marks = (await criteriaOf(world, competition)).map(({ id }) => ({ criterionId: id, value }));
  const deeds = [await act(world, judge, 'saveMarks', { assignmentId, marks })];
  if (isSubmitted) deeds.push(await act(world, judge, 'submitSheet', { assignmentId }));
  for (const deed of deeds) if (!deed.__typename?.endsWith('Success')) throw new Error(JSON.stringify(deed));
}

/** How each entry, by its number, stands in the first review, as an organizer sees it. */
export async function rankingOf(
  world: World,
  { slug, organizer }: TestCompetition,
): Promise<
  Record<string, { rank: number | null; score: string | null; sheetsSubmitted: number; sheetsAssigned: number }>
> {
  const { data } = await world.run(
    organizer,
    `query ($slug: String!) { competition(slug: $slug) { ranking(first: 50, stage: REVIEW) {
      edges { node { entry { number } rank score sheetsSubmitted sheetsAssigned } } } } }`,
    { slug },
  );
  const edges: { node: { entry: { number: number } } }[] = data.competition.ranking.edges;
  return Object.fromEntries(edges.map(({ node: { entry, ...row } }) => [entry.number, row])) as never;
}

/** In an order that does not depend on who was first. */
export const sorted = <T extends string | number | boolean>(values: readonly T[]): T[] =>
  values.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
