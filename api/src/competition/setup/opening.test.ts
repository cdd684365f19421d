import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../test/shared-world.ts';
import type { Viewer } from '../../core/context.ts';
import { sharedDrafts, criterion, newSlug, problems, stageInput, two, words } from '../../test/drafts.ts';
import { makeCompetition, makeEntry } from '../../test/factories.ts';
import { StageKind } from '../competitions/index.ts';

const world = sharedWorld();
const drafts = sharedDrafts(world);

describe('opening', () => {
  test('is refused with what is missing, then shows the competition to everybody', async () => {
    const draft = await drafts.begin();
    const refused = await drafts.open(draft);
    expect(refused.__typename).toBe('IncompleteCompetitionError');
    expect(refused.missing.map(({ key }: { key: string }) => key)).toEqual(['basics', 'categories', 'submission']);
    expect(refused.missing[1]).toMatchObject({ path: `/organize/${draft.slug}/setup/categories` });
    await world.refuses('update competitions set opened_at = now() where id = ?', [draft.id], /lacks/);

    const whole = await drafts.prepare();
    expect(await drafts.open(whole, drafts.stranger)).toBe('NOT_FOUND');
    expect(await drafts.open(whole)).toMatchObject({ competition: { openedAt: '2026-11-21T12:00:00.000Z' } });
    expect(await drafts.seen(null, whole.slug)).not.toBeNull();
    expect(await drafts.open(whole)).toMatchObject({ __typename: 'CompetitionOpenedError' });
    expect(await drafts.open(whole, drafts.stranger)).toBe('FORBIDDEN');
  });

  test('from then on what it says stands, in code and in PostgreSQL', async () => {
    const draft = await drafts.prepare();
    await drafts.open(draft);
    expect(await drafts.setBasics(draft, { tagline: words('Better') })).toMatchObject({
      __typename: 'SetCompetitionBasicsSuccess',
    });
    expect(await drafts.setBasics(draft, { slug: newSlug() })).toMatchObject({ __typename: 'CompetitionOpenedError' });
    expect(await drafts.setBasics(draft, { timeZone: 'Europe/Berlin' })).toMatchObject({
      __typename: 'CompetitionOpenedError',
    });
    expect(await drafts.setStages(draft)).toMatchObject({ __typename: 'CompetitionOpenedError' });
    const categories = await world.sql<{ id: string; key: string }>(
      'select id, key from categories where competition_id = ? order by ordinal',
      [draft.id],
    );
    const named = categories.map(({ id, key }) => ({ id, key, name: words(key) }));
    expect(await drafts.setCategories(draft, named.slice(1))).toMatchObject({ __typename: 'CompetitionOpenedError' });
    expect(
      await drafts.setCategories(draft, [...named.toReversed(), { key: 'new', name: words('New') }]),
    ).toMatchObject({
      __typename: 'SetCategoriesSuccess',
    });
    for (const statement of [
      "update competitions set slug = slug || '-2'",
      'update competitions set opened_at = null',
      "update competitions set time_zone = 'UTC'",
      'delete from categories',
      "update categories set key = key || '-2'",
    ]) {
      const column = statement.includes('categories') ? 'competition_id' : 'id';
      await world.refuses(`${statement} where ${column} = ?`, [draft.id], /is open/);
    }
  });

  test('a rule can be changed while the dates of a plan lie in the past, and not once they have opened', async () => {
    const draft = await drafts.prepare();
    const past = [
      stageInput(StageKind.SUBMISSION, '2026-01-01T00:00', '2096-12-30T00:00'),
      stageInput(StageKind.REVIEW, '2096-12-30T00:00', '2096-12-31T00:00'),
    ];
    await world.sql("update stages set opens_at = '2020-01-01' where competition_id = ? and kind = 'REVIEW'", [
      draft.id,
    ]);
    const rubric = { competitionId: draft.id, requiresComment: true, criteria: [criterion] };
    expect(await world.act(drafts.manager, 'declareRubric', rubric)).toMatchObject({
      __typename: 'DeclareRubricSuccess',
    });
    expect(await drafts.setStages(draft, past)).toMatchObject({ __typename: 'SetStagesSuccess' });
    expect(await drafts.open(draft)).toMatchObject({ __typename: 'OpenCompetitionSuccess' });
    expect(await world.act(drafts.manager, 'declareRubric', rubric)).toMatchObject({
      __typename: 'DeclareRubricSuccess',
    });
    // Once judging has opened, moving the stage past Laurel does not thaw what was frozen, and is on record.
    const to = (opens: string) =>
      world.sql(
        "update stages set opens_at = ?, closes_at = '2127-02-01' where competition_id = ? and kind = 'REVIEW'",
        [opens, draft.id],
      );
    await to('2020-01-01');
    await to('2127-01-01');
    await world.refuses('update rubrics set requires_comment = false where competition_id = ?', [draft.id], /stand/);
    const { data } = await world.run(
      null,
      'query ($slug: String!) { competition(slug: $slug) { stages { moves { reason toOpensAt } } } }',
      {
        slug: draft.slug,
      },
    );
    expect(data.competition.stages[1].moves).toHaveLength(2);
  });
});

describe('copying', () => {
  const copyCompetitionFields = `${problems} ... on CopyCompetitionSuccess { competition { id slug name openedAt timeZone
        categories { key name } stages { kind opensAt scoringRule { weight method version } } awards { tier quota }
        criteria { key weight levels { from } } ballotRule { votesPerDay } organizers { id } } }`;
  const copy = async (viewer: Viewer | null, input: object) =>
    await world.act(viewer, 'copyCompetition', input, copyCompetitionFields);

  test('brings all that was declared, to the same dates of next year, and nobody with an entry', async () => {
    const original = await makeCompetition(world, { votesPerDay: 7 });
    await makeEntry(world, original);
    const slug = newSlug();
    const { competition } = await copy(original.organizer, { competitionId: original.id, slug, years: 1 });
    expect(competition).toMatchObject({
      slug,
      name: 'Test competition',
      openedAt: null,
      timeZone: 'Asia/Shanghai',
      categories: [{ key: 'education' }, { key: 'health' }],
      awards: [{ tier: 'FIRST', quota: 1 }, { tier: 'SECOND' }],
      ballotRule: { votesPerDay: 7 },
      organizers: [{ id: original.organizer.id }],
    });
    expect(competition.criteria).toHaveLength(5);
    expect(competition.stages).toMatchObject([
      { kind: 'SUBMISSION', opensAt: '2027-11-01T00:00:00.000Z' },
      { kind: 'VOTING' },
      { kind: 'REVIEW', scoringRule: { method: 'MEAN' } },
    ]);
    expect(await world.sql('select 1 from entries where competition_id = ?', [competition.id])).toEqual([]);
  });

  test('brings the rubric of a stage and category to those of the copy', async () => {
    const draft = await drafts.begin();
    const { categories } = (await drafts.setCategories(draft, two)).competition;
    await drafts.setStages(draft);
    const rubric = {
      competitionId: draft.id,
      categoryId: categories[1].id,
      requiresComment: true,
      criteria: [criterion],
    };
    await world.act(drafts.manager, 'declareRubric', rubric);
    const { competition } = await copy(drafts.manager, { competitionId: draft.id, slug: newSlug(), days: 7 });
    const rows = await world.sql(
      `select c.key, r.requires_comment, k.key as criterion from rubrics r join categories c on c.id = r.category_id
       join criteria k on k.rubric_id = r.id where r.competition_id = ? and c.competition_id = r.competition_id`,
      [competition.id],
    );
    expect(rows).toEqual([{ key: 'health', requires_comment: true, criterion: 'needs' }]);
  });

  test('is for organizers of the original, to an address that is free', async () => {
    const original = await makeCompetition(world);
    const input = { competitionId: original.id, slug: newSlug() };
    expect(await copy(drafts.stranger, input)).toBe('FORBIDDEN');
    const { organizer, slug } = original;
    expect(await copy(organizer, { ...input, slug })).toMatchObject({ __typename: 'SlugTakenError' });
    expect(await copy(organizer, { ...input, years: 0 })).toMatchObject({ fields: [{ path: 'years' }] });
  });
});
