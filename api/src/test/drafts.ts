import type { Viewer } from '../core/context.ts';
import { StageKind } from '../competition/competitions/index.ts';
import { act, type Deed } from './act.ts';
import { beforeAll } from 'vitest';
import { makeOrganization, makePerson, type TestOrganization } from './factories.ts';
import type { World } from './world.ts';

let serial = 0;
export const newSlug = (): string => `jilin-${(serial += 1)}`;
export const words = (text: string) => ({ zh: `${text}（中文）`, en: text });
export const problems = '... on InvalidInputError { fields { path message } }';

interface Draft {
  id: string;
  slug: string;
}

export const stageInput = (kind: StageKind, opensAt: string, closesAt: string) => ({
  kind,
  opensAt,
  closesAt,
  name: words(kind),
});
export const plan = [
  stageInput(StageKind.SUBMISSION, '2027-01-10T09:00', '2027-02-10T18:00'),
  stageInput(StageKind.VOTING, '2027-02-15T00:00', '2027-03-01T00:00'),
  stageInput(StageKind.REVIEW, '2027-02-15T00:00', '2027-03-05T00:00'),
  stageInput(StageKind.PUBLICATION, '2027-03-10T00:00', '2027-04-01T00:00'),
];
export const two = [
  { key: 'education', name: words('Education') },
  { key: 'health', name: words('Health') },
];
export const criterion = {
  key: 'needs',
  name: { en: 'Needs' },
  guidance: {},
  weight: '20',
  minimum: '0',
  maximum: '10',
  step: '0.5',
  levels: [{ from: '0', en: 'poor' }],
};

/** The steps of setting a competition up, done by the manager of a host unless the test says otherwise. */
function draftsOf(world: World, host: TestOrganization) {
  const manager = host.member;
  type Who = Viewer | null;

  async function begin(slug = newSlug()): Promise<Draft> {
    const input = { hostId: host.id, name: words('Competition'), slug };
    const fields = '... on BeginCompetitionSuccess { competition { id } }';
    const done = await act(world, manager, 'beginCompetition', input, fields);
    return { id: done.competition.id, slug };
  }

  const setBasics = async ({ id, slug }: Draft, change: object = {}, viewer: Who = manager): Promise<Deed> => {
    const basics = {
      slug,
      hostId: host.id,
      regionId: host.regionId,
      timeZone: 'Asia/Shanghai',
      name: words('Competition'),
      tagline: words('In one sentence'),
      description: words('At length'),
      ...change,
    };
    return await act(world, viewer, 'setCompetitionBasics', { competitionId: id, ...basics }, problems);
  };

  const setStages = async ({ id }: Draft, stages: object[] = plan, timeZone = 'Asia/Shanghai'): Promise<Deed> =>
    await act(
      world,
      manager,
      'setStages',
      { competitionId: id, timeZone, stages },
      `${problems} ... on SetStagesSuccess { notes competition { timeZone
        stages { kind opensAt closesAt scoringRule { weight } } } }`,
    );

  const setCategories = async ({ id }: { id: string }, categories: object[], viewer: Who = manager): Promise<Deed> =>
    await act(
      world,
      viewer,
      'setCategories',
      { competitionId: id, categories },
      `${problems} ... on SetCategoriesSuccess { competition { categories { id key name } } }
        ... on CategoryInUseError { category { key } }`,
    );

  /** All that is needed to open it. */
  async function prepare(): Promise<Draft> {
    const draft = await begin();
    await setBasics(draft);
    await setCategories(draft, two);
    await setStages(draft);
    const rubric = { competitionId: draft.id, requiresComment: false, criteria: [criterion] };
    await act(world, manager, 'declareRubric', rubric);
    return draft;
  }

  const open = async ({ id }: { id: string }, viewer: Who = manager): Promise<Deed> =>
    await act(
      world,
      viewer,
      'openCompetition',
      { competitionId: id },
      `... on IncompleteCompetitionError { missing { key sentence path } }
        ... on OpenCompetitionSuccess { competition { openedAt } }`,
    );

  const seen = async (viewer: Who, slug: string): Promise<{ id: string } | null> =>
    (await world.run(viewer, 'query ($slug: String!) { competition(slug: $slug) { id } }', { slug })).data.competition;

  return { begin, setBasics, setStages, setCategories, prepare, open, seen };
}

type Shared = ReturnType<typeof draftsOf> & { host: TestOrganization; manager: Viewer; stranger: Viewer };

/** The steps with a host, its manager and somebody who is neither, for the tests of one file. */
export function sharedDrafts(world: World): Shared {
  const shared = {} as Shared;
  beforeAll(async () => {
    const host = await makeOrganization(world);
    Object.assign(shared, draftsOf(world, host), { host, manager: host.member, stranger: await makePerson(world) });
  });
  return shared;
}
