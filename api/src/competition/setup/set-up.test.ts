import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../test/shared-world.ts';
import type { Viewer } from '../../core/context.ts';
import { makeOrganizer } from '../../test/act.ts';
import { sharedDrafts, criterion, newSlug, problems, stageInput, two, words } from '../../test/drafts.ts';
import { makeCompetition, makeOrganization, makePerson, makeProject } from '../../test/factories.ts';
import { StageKind } from '../competitions/index.ts';

const world = sharedWorld();
const drafts = sharedDrafts(world);

describe('a competition that is being set up', () => {
  test('belongs to whoever began it, and to nobody else exists in page or list', async () => {
    const draft = await drafts.begin();
    const list = `{ competitions(first: 100) { edges { node { slug } } } viewer { organizes { slug openedAt } } }`;
    for (const viewer of [null, drafts.stranger]) {
      expect(await drafts.seen(viewer, draft.slug)).toBeNull();
      const { data } = await world.run(viewer, list);
      expect(JSON.stringify(data)).not.toContain(draft.slug);
    }
    expect(await drafts.seen(drafts.manager, draft.slug)).not.toBeNull();
    const { data } = await world.run(drafts.manager, list);
    expect(data.viewer.organizes).toContainEqual({ slug: draft.slug, openedAt: null });
    expect(JSON.stringify(data.competitions)).toContain(draft.slug);
  });

  test('takes no entries, whatever its stages say', async () => {
    const draft = await drafts.prepare();
    await drafts.setStages(draft, [stageInput(StageKind.SUBMISSION, '2026-11-01T09:00', '2026-12-10T18:00')]);
    const { id: categoryId } = (await drafts.setCategories(draft, two)).competition.categories[0];
    const input = { projectId: await makeProject(world, drafts.host), competitionId: draft.id, categoryId };
    expect(await world.act(drafts.manager, 'submitEntry', input)).toMatchObject({
      __typename: 'SubmissionsClosedError',
    });
    const other = await makeOrganization(world);
    const theirs = { ...input, projectId: await makeProject(world, other) };
    expect(await world.act(other.member, 'submitEntry', theirs)).toBe('NOT_FOUND');
  });

  test.each([
    ['an address that another has', { slug: 'taken' }, 'SlugTakenError'],
    ['an address in capitals', { slug: 'Jilin' }, 'InvalidInputError'],
    ['no name', { slug: 'free', name: { en: ' ' } }, 'InvalidInputError'],
  ])('is not begun with %s', async (_, change, expected) => {
    await world.sql("select 1 from competitions where slug = 'taken'").then(async ({ length }) => {
      if (length === 0) await drafts.begin('taken');
    });
    const input = { hostId: drafts.host.id, name: words('x'), ...change };
    expect(await world.act(drafts.manager, 'beginCompetition', input)).toMatchObject({ __typename: expected });
  });

  test('is begun only in the name of an organization that one may act for', async () => {
    const input = { hostId: drafts.host.id, name: words('x'), slug: newSlug() };
    expect(await world.act(drafts.stranger, 'beginCompetition', input)).toBe('NOT_FOUND');
    expect(await world.act(drafts.stranger, 'beginCompetition', { ...input, hostId: 'x' })).toBe('NOT_FOUND');
    const { data } = await world.run(
      drafts.manager,
      '{ viewer { hosts(first: 5) { totalCount edges { node { id } } } } }',
    );
    expect(data.viewer.hosts).toEqual({ totalCount: 1, edges: [{ node: { id: drafts.host.id } }] });
  });

  test('is begun by managers of a verified organization and by organizers of its region, and by nobody else', async () => {
    const other = await makeOrganization(world);
    const input = () => ({ hostId: other.id, name: words('x'), slug: newSlug() });
    const begun = async (viewer: Viewer) => await world.act(viewer, 'beginCompetition', input());
    const [region] = await world.sql<{ parent_id: string }>('select parent_id from regions where id = ?', [
      other.regionId,
    ]);
    const organizer = await makePerson(world);
    expect(await begun(organizer)).toBe('NOT_FOUND');
    await world.sql('insert into region_organizers (region_id, user_id, appointed_at) values (?, ?, now())', [
      region?.parent_id,
      organizer.id,
    ]);
    expect(await begun(organizer)).toMatchObject({ __typename: 'BeginCompetitionSuccess' });
    const editor = await makePerson(world);
    await world.sql(
      "insert into organization_members (organization_id, user_id, role, joined_at) values (?, ?, 'EDITOR', now())",
      [other.id, editor.id],
    );
    expect(await begun(editor)).toBe('NOT_FOUND');
    await world.sql("update organizations set status = 'PENDING', verified_at = null where id = ?", [other.id]);
    expect(await begun(other.member)).toBe('NOT_FOUND');
    expect(await begun(organizer)).toBe('NOT_FOUND');
  });

  test('of two who want one address at the same moment, one gets it', async () => {
    const input = { hostId: drafts.host.id, name: words('x'), slug: newSlug() };
    const done = await Promise.all([1, 2, 3].map(() => world.act(drafts.manager, 'beginCompetition', input)));
    expect(done.map((one): string => one.__typename).toSorted()).toEqual([
      'BeginCompetitionSuccess',
      'SlugTakenError',
      'SlugTakenError',
    ]);
    const free = 'query ($slug: String!) { viewer { isSlugFree(slug: $slug) } }';
    expect((await world.run(drafts.manager, free, { slug: input.slug })).data.viewer.isSlugFree).toBe(false);
    expect((await world.run(drafts.manager, free, { slug: newSlug() })).data.viewer.isSlugFree).toBe(true);
    expect((await world.run(drafts.manager, free, { slug: 'Not so' })).data.viewer.isSlugFree).toBe(false);
  });
});

describe('basics', () => {
  test('are said, and each slip is named', async () => {
    const draft = await drafts.begin();
    expect(await drafts.setBasics(draft, { slug: newSlug() })).toMatchObject({
      __typename: 'SetCompetitionBasicsSuccess',
    });
    expect((await drafts.setBasics(draft, { timeZone: 'Asia/Atlantis' })).fields).toMatchObject([{ path: 'timeZone' }]);
    expect((await drafts.setBasics(draft, { tagline: { en: 'x'.repeat(201) } })).fields).toMatchObject([
      { path: 'tagline.en' },
    ]);
    const elsewhere = await makeOrganization(world);
    expect((await drafts.setBasics(draft, { regionId: elsewhere.regionId })).fields).toMatchObject([
      { path: 'regionId' },
    ]);
    expect(await drafts.setBasics(draft, { hostId: elsewhere.id })).toBe('NOT_FOUND');
    expect(await drafts.setBasics(draft, {}, drafts.stranger)).toBe('NOT_FOUND');
    const taken = await drafts.begin();
    expect(await drafts.setBasics(draft, { slug: taken.slug })).toMatchObject({ __typename: 'SlugTakenError' });
  });

  test('in another zone, stages keep what clocks show', async () => {
    const draft = await drafts.begin();
    await drafts.setStages(draft);
    await drafts.setBasics(draft, { timeZone: 'Europe/Berlin' });
    const [stage] = await world.sql("select opens_at from stages where competition_id = ? and kind = 'SUBMISSION'", [
      draft.id,
    ]);
    expect(new Date(stage?.['opens_at'] as string).toISOString()).toBe('2027-01-10T08:00:00.000Z');
  });
});

describe('categories', () => {
  test('are set all at once, reordered, renamed and taken away', async () => {
    const draft = await drafts.begin();
    const [education, health] = (await drafts.setCategories(draft, two)).competition.categories;
    const swapped = [
      { id: health.id, key: 'education', name: words('Learning') },
      { id: education.id, key: 'health', name: words('Health') },
      { key: 'water', name: words('Water') },
    ];
    expect((await drafts.setCategories(draft, swapped)).competition.categories).toMatchObject([
      { id: health.id, key: 'education', name: 'Learning' },
      { id: education.id, key: 'health' },
      { key: 'water' },
    ]);
    expect((await drafts.setCategories(draft, [swapped[1] as object])).competition.categories).toHaveLength(1);
  });

  test.each([
    ['two of one key', [two[0], two[0]], 'categories'],
    ['a key with a space', [{ ...two[0], key: 'a b' }], 'categories.0.key'],
    ['no name', [{ ...two[0], name: {} }], 'categories.0.name'],
  ])('%s are refused', async (_, categories, path) => {
    const draft = await drafts.begin();
    expect((await drafts.setCategories(draft, categories as object[])).fields).toMatchObject([{ path }]);
  });

  test('one that a rubric speaks of cannot go, and one of another competition is not there', async () => {
    const draft = await drafts.begin();
    const [education] = (await drafts.setCategories(draft, two)).competition.categories;
    const rubric = { competitionId: draft.id, categoryId: education.id, requiresComment: false, criteria: [criterion] };
    await world.act(drafts.manager, 'declareRubric', rubric);
    const refused = await drafts.setCategories(draft, [{ key: 'other', name: words('Other') }]);
    expect(refused).toMatchObject({ __typename: 'CategoryInUseError', category: { key: 'education' } });
    expect(await drafts.setCategories(await drafts.begin(), [{ id: education.id, ...two[0] }])).toBe('NOT_FOUND');
    expect(await drafts.setCategories(draft, two, drafts.stranger)).toBe('NOT_FOUND');
  });
});

describe('awards', () => {
  const awards = [
    { tier: 'FIRST', name: words('First'), quota: 10 },
    { tier: 'SECOND', name: words('Second'), quota: 20 },
  ];
  const setAwardsFields = `${problems} ... on SetAwardsSuccess { competition { awards { tier name quota } } }`;
  const set = async (competitionId: string, list: object[], viewer: Viewer | null = drafts.manager) =>
    await world.act(viewer, 'setAwards', { competitionId, awards: list }, setAwardsFields);

  test('are set all at once; once it is open, names alone can be mended', async () => {
    const draft = await drafts.prepare();
    expect((await set(draft.id, awards)).competition.awards).toHaveLength(2);
    const [first] = awards as [object];
    expect((await set(draft.id, [first])).competition.awards).toEqual([{ tier: 'FIRST', name: 'First', quota: 10 }]);
    expect((await set(draft.id, [first, first])).fields).toMatchObject([{ path: 'awards' }]);
    expect(await set(draft.id, awards, drafts.stranger)).toBe('NOT_FOUND');
    await drafts.open(draft);
    expect(await set(draft.id, awards)).toMatchObject({ __typename: 'AwardsStandError' });
    expect(await set(draft.id, awards, drafts.stranger)).toBe('FORBIDDEN');
    expect((await set(draft.id, [{ ...first, name: words('Top') }])).competition.awards[0].name).toBe('Top');
    await world.refuses('update awards set quota = 99 where competition_id = ?', [draft.id], /stand/);
  });
});

describe('organizers', () => {
  const addOrganizerFields = `${problems} ... on AddOrganizerSuccess { competition { organizers { id email } } }`;
  const add = async ({ id }: { id: string }, email: string, viewer: Viewer | null = drafts.manager) =>
    await world.act(viewer, 'addOrganizer', { competitionId: id, email }, addOrganizerFields);
  const removeOrganizerFields = '... on RemoveOrganizerSuccess { competition { id } }';
  const remove = async ({ id }: { id: string }, userId: string, viewer: Viewer | null = drafts.manager) =>
    await world.act(viewer, 'removeOrganizer', { competitionId: id, userId }, removeOrganizerFields);

  test('are added by their mailbox and removed, but the last', async () => {
    const draft = await drafts.begin();
    expect(await remove(draft, drafts.manager.id)).toMatchObject({ __typename: 'LastOrganizerError' });
    const { competition } = await add(draft, ' Helper@Example.org ');
    const helper = competition.organizers.find(({ email }: { email: string }) => email === 'helper@example.org');
    expect((await add(draft, 'helper@example.org')).competition.organizers).toHaveLength(2);
    expect((await add(draft, 'nobody')).fields).toMatchObject([{ path: 'email' }]);
    expect(await add(draft, 'x@example.org', drafts.stranger)).toBe('NOT_FOUND');
    expect(await remove(draft, drafts.stranger.id)).toBe('NOT_FOUND');
    expect(await remove(draft, helper.id, drafts.stranger)).toBe('NOT_FOUND');
    // Who leaves one that is being set up sees it no more.
    expect(await remove(draft, drafts.manager.id)).toMatchObject({
      __typename: 'RemoveOrganizerSuccess',
      competition: null,
    });
    expect(await drafts.seen(drafts.manager, draft.slug)).toBeNull();
  });

  test('of two who leave at the same moment, one stays, and so says PostgreSQL', async () => {
    const competition = await makeCompetition(world);
    const second = await makeOrganizer(world, competition);
    const gone = await Promise.all([competition.organizer, second].map((one) => remove(competition, one.id, one)));
    expect(gone.map((one): string => one.__typename ?? one)).toContain('RemoveOrganizerSuccess');
    expect(
      await world.sql('select 1 from competition_organizers where competition_id = ?', [competition.id]),
    ).toHaveLength(1);
    await world.refuses(
      'delete from competition_organizers where competition_id = ?',
      [competition.id],
      /somebody has to run/,
    );
  });

  test('are told to organizers alone', async () => {
    const { slug } = await makeCompetition(world);
    const query = 'query ($slug: String!) { competition(slug: $slug) { organizers { id } checklist { key } } }';
    expect((await world.run(drafts.stranger, query, { slug })).data.competition).toEqual({
      organizers: null,
      checklist: null,
    });
  });
});
