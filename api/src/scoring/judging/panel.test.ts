import { expect, test } from 'vitest';
import { makeCompetition, makeEntry, makeJudges, makePerson, toCome } from '../../test/factories.ts';
import { sharedWorld } from '../../test/shared-world.ts';

const world = sharedWorld();

const panels = `query ($slug: String!) { competition(slug: $slug) {
  panels { judges { id code } } stages { id kind anchors { number } } } }`;
const oneJudge = `query ($slug: String!, $id: ID!) { competition(slug: $slug) {
  judge(id: $id) { code assignments { edges { node { id status entry { number } } } } } } }`;
const setAnchors = `mutation ($input: SetAnchorsInput!) { setAnchors(input: $input) {
  ... on SetAnchorsSuccess { stage { anchors { number } } } ... on UserError { message } } }`;

test('organizers read the sheets of one judge and the samples of a stage; nobody else does', async () => {
  const competition = await makeCompetition(world, { stages: { REVIEW: toCome } });
  const second = await makeEntry(world, competition);
  const first = await makeEntry(world, competition);
  const [judge] = await makeJudges(world, competition, 1);
  const { slug, organizer } = competition;
  const desk = await world.run(organizer, panels, { slug });
  const stage = desk.data.competition.stages.find(({ kind }: { kind: string }) => kind === 'REVIEW');
  expect(stage.anchors).toEqual([]);
  const entryIds = [first.id, second.id];
  const set = await world.run(organizer, setAnchors, { input: { stageId: stage.id, entryIds } });
  expect(set.data.setAnchors.stage.anchors).toEqual([{ number: 1 }, { number: 2 }]);

  const { id } = desk.data.competition.panels[0].judges[0];
  const sheets = await world.run(organizer, oneJudge, { slug, id });
  expect(sheets.data.competition.judge.code).toBe('J1');
  expect(sheets.data.competition.judge.assignments.edges).toHaveLength(2);

  const other = await makeCompetition(world);
  expect((await world.run(other.organizer, oneJudge, { slug: other.slug, id })).data.competition.judge).toBeNull();
  for (const viewer of [null, judge ?? null, await makePerson(world)]) {
    expect((await world.run(viewer, oneJudge, { slug, id })).data.competition.judge).toBeNull();
    const seen = await world.run(viewer, panels, { slug });
    expect(seen.data.competition.stages.map(({ anchors }: { anchors: unknown }) => anchors)).not.toContainEqual(
      expect.anything(),
    );
  }
});
