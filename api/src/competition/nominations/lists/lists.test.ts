import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { sorted } from '../../../test/act.ts';
import { makeOrganization, makePerson, makeProject } from '../../../test/factories.ts';
import { jobDeps } from '../../../test/jobs.ts';
import {
  giveBack,
  handUp,
  listOf,
  nominate,
  versionOf,
  accept,
  refused,
  sharedTree,
} from '../../../test/nominations.ts';
import { compareEntries } from '../../eligibility/index.ts';
import { submitEntry } from '../../entries/index.ts';

const world = sharedWorld();
const tree = sharedTree(world);

describe('the order', () => {
  const rankNominationsFields =
    '... on RankNominationsSuccess { unit { version nominations { edges { node { rank entry { number } } } } } } ... on StaleListError { unit { version } }';
  const rank = async (nominationIds: string[], version: number) =>
    await world.act(
      tree.counties[0].member,
      'rankNominations',
      { unitId: tree.counties[0].id, version, nominationIds },
      rankNominationsFields,
    );

  test('is set as a whole, on the version that was seen, or not at all', async () => {
    const { counties, enter } = tree;
    const [unit] = counties;
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push((await nominate(world, unit, await enter(unit.regionId))).nomination.id);
    const version = await versionOf(world, unit);
    const [a = '', b = '', c = ''] = ids;
    expect(await rank([c, a, b], version)).toMatchObject({
      unit: { version: version + 1, nominations: { edges: [{ node: { rank: 1, entry: { number: 3 } } }, {}, {}] } },
    });
    expect(await listOf(world, unit)).toEqual([3, 1, 2]);
    expect(await rank([a, b, c], version)).toMatchObject({
      __typename: 'StaleListError',
      unit: { version: version + 1 },
    });
    for (const wrong of [
      [a, b],
      [a, a, b],
      [a, b, crypto.randomUUID()],
    ]) {
      expect((await rank(wrong, version + 1)).__typename).toBe('InvalidInputError');
    }
    expect(await listOf(world, unit)).toEqual([3, 1, 2]);
    const removed = await world.act(unit.member, 'removeNomination', { nominationId: a });
    expect(removed.__typename).toBe('RemoveNominationSuccess');
    expect(await listOf(world, unit)).toEqual([3, 2]);
    // What was taken off can come back, last.
    expect(await world.act(unit.member, 'removeNomination', { nominationId: a })).toBe('NOT_FOUND');
  });

  test('closes up where an entry is withdrawn, and the quota is free again', async () => {
    const { counties, enter } = tree;
    const [unit] = counties;
    const entries = [await enter(unit.regionId), await enter(unit.regionId), await enter(unit.regionId)];
    for (const entry of entries) await nominate(world, unit, entry);
    const [, gone] = entries;
    const withdrawn = await world.act(gone?.organization.member ?? null, 'withdrawEntry', {
      entryId: gone?.id,
      reason: '重复提交',
    });
    expect(withdrawn.__typename).toBe('WithdrawEntrySuccess');
    expect(await listOf(world, unit)).toEqual([1, 3]);
    expect(await nominate(world, unit, gone as { id: string })).toMatchObject({ __typename: 'EntryNotEditableError' });
    expect(await nominate(world, unit, await enter(unit.regionId))).toMatchObject({ nomination: { rank: 3 } });
    expect((await handUp(world, unit)).__typename).toBe('SubmitNominationsSuccess');
  });
});

describe('what is handed up', () => {
  test('is sealed: its text says rank, number, revision and hash, and PostgreSQL holds it to that', async () => {
    const { counties, enter, competition } = tree;
    const [unit] = counties;
    const [first, second] = [await enter(unit.regionId), await enter(unit.regionId)];
    await nominate(world, unit, second);
    await nominate(world, unit, first);
    const { unit: sealed } = await handUp(world, unit);
    expect(sealed.list.text.split('\n')).toEqual([
      'laurel nominations 1',
      competition.slug,
      `${unit.code} ${unit.organization.slug}`,
      '1',
      expect.stringMatching(/^1 2 1 [0-9a-f]{64}$/),
      expect.stringMatching(/^2 1 1 [0-9a-f]{64}$/),
    ]);
    await world.refuses(
      `insert into nomination_lists (id, unit_id, version, text, sha256, submitted_at)
         values (gen_random_uuid(), ?, 1, 'x', encode(sha256('x'), 'hex'), '2026-11-21')`,
      [tree.counties[1].id],
      'text is not that of the list',
    );
  });

  test('is nothing but what was read: another version is refused', async () => {
    const { counties, enter } = tree;
    await nominate(world, counties[0], await enter(counties[0].regionId));
    const stale = await world.act(counties[0].member, 'submitNominations', { unitId: counties[0].id, version: 0 });
    expect(stale.__typename).toBe('StaleListError');
  });

  test('may be a list of nobody', async () => {
    expect((await handUp(world, tree.counties[1])).__typename).toBe('SubmitNominationsSuccess');
  });

  test('keeps its region: an entry that was handed up does not move to another one', async () => {
    const { counties, cities, enter } = tree;
    const entry = await enter(counties[0].regionId);
    await nominate(world, counties[0], entry);
    await handUp(world, counties[0]);
    await world.sql('update projects set region_id = ?, version = version + 1 where id = ?', [
      cities[1].regionId,
      entry.projectId,
    ]);
    const again = await world.act(entry.organization.member, 'resubmitEntry', { entryId: entry.id });
    expect(again.__typename).toBe('EntryNotEditableError');
    await world.refuses('update entries set region_id = ? where id = ?', [cities[1].regionId, entry.id], 'names it');
  });
});

describe('returning a list', () => {
  test('opens it again, takes its entries off the list above, and is told with its reason', async () => {
    const { counties, cities, enter } = tree;
    const [entry, other] = [await enter(counties[0].regionId), await enter(counties[1].regionId)];
    await nominate(world, counties[0], entry);
    await nominate(world, counties[1], other);
    await handUp(world, counties[0]);
    await handUp(world, counties[1]);
    await nominate(world, cities[0], entry);
    await nominate(world, cities[0], other);
    expect((await giveBack(world, cities[0].member, counties[0])).__typename).toBe('ReturnNominationsSuccess');
    expect(await listOf(world, cities[0])).toEqual([other.number]);
    expect(await nominate(world, cities[0], entry)).toMatchObject(refused('SKIPPED_LEVEL'));
    const letters = await world.sql<{ kind: string; reason: string }>(
      `select kind, params->>'reason' as reason from messages where subject_id = ?`,
      [counties[0].id],
    );
    expect(letters).toEqual([{ kind: 'NOMINATIONS_RETURNED', reason: '次序有误' }]);
    expect(await handUp(world, counties[0])).toMatchObject({ unit: { list: { version: 2 } } });
    expect((await nominate(world, cities[0], entry)).__typename).toBe('NominateEntrySuccess');
  });

  test('goes from the top down, and not below what is accepted', async () => {
    const { counties, cities, province, competition, enter } = tree;
    const { organizer } = competition;
    const entry = await enter(counties[0].regionId);
    for (const unit of [counties[0], cities[0], province]) {
      await nominate(world, unit, entry);
      await handUp(world, unit);
    }
    expect((await giveBack(world, organizer, counties[0])).__typename).toBe('ListInUseError');
    await world.refuses(
      "update nomination_lists set returned_at = now(), return_reason = 'x' where unit_id = ?",
      [counties[0].id],
      'builds on this list',
    );
    await accept(world, tree, entry);
    expect((await giveBack(world, organizer, province)).__typename).toBe('ListInUseError');
    await world.refuses(
      "update nomination_lists set returned_at = now(), return_reason = 'x' where unit_id = ?",
      [province.id],
      'accepted',
    );
  });

  test('needs a reason, and a new end where the time is over', async () => {
    const { counties, competition } = tree;
    const { organizer } = competition;
    await handUp(world, counties[0]);
    expect(await giveBack(world, organizer, counties[0], { reason: ' ' })).toMatchObject({
      fields: [{ path: 'reason' }],
    });
    world.clock.set(new Date('2026-11-28T10:00:00Z'));
    expect(await giveBack(world, organizer, counties[0])).toMatchObject({ fields: [{ path: 'closesAt' }] });
    const beyond = { closesAt: '2026-11-29T18:00' };
    expect(await giveBack(world, organizer, counties[0], beyond)).toMatchObject({ fields: [{ path: 'closesAt' }] });
    await world.sql("update sending_units set closes_at = '2026-12-05' where id in (?, ?)", [
      tree.province.id,
      tree.cities[0].id,
    ]);
    expect((await giveBack(world, organizer, counties[0], beyond)).__typename).toBe('ReturnNominationsSuccess');
    expect((await handUp(world, counties[0])).__typename).toBe('SubmitNominationsSuccess');
  });

  test('is for the unit above and organizers alone', async () => {
    const { counties, cities } = tree;
    await handUp(world, counties[0]);
    expect(await giveBack(world, counties[0].member, counties[0])).toBe('FORBIDDEN');
    for (const viewer of [counties[1].member, cities[1].member, await makePerson(world)]) {
      expect(await giveBack(world, viewer, counties[0])).toBe('NOT_FOUND');
    }
    expect((await giveBack(world, cities[0].member, counties[0])).__typename).toBe('ReturnNominationsSuccess');
    expect(await giveBack(world, cities[0].member, counties[0])).toBe('NOT_FOUND');
  });
});

describe('two at once', () => {
  test('for the last place: one gets it', async () => {
    const { counties, enter } = tree;
    const entries = [];
    for (let i = 0; i < 6; i += 1) entries.push(await enter(counties[0].regionId));
    const outcomes = await Promise.all(entries.map((entry) => nominate(world, counties[0], entry)));
    expect(outcomes.filter((outcome) => outcome.__typename === 'NominateEntrySuccess')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome.rule === 'QUOTA_EXCEEDED')).toHaveLength(3);
    expect(await listOf(world, counties[0])).toHaveLength(3);
  });

  test('for the same work: one organization, two counties, one nomination', async () => {
    const { counties, enter } = tree;
    const organization = await makeOrganization(world, { regionId: counties[0].regionId });
    const title = 'A very long and particular title of one project';
    const first = await enter(counties[0].regionId, organization, title);
    const projectId = await makeProject(world, organization, title, { regionId: counties[1].regionId });
    const { entry: second } = (await submitEntry(world.contextOf(organization.member), {
      projectId,
      competitionId: tree.competition.id,
      categoryId: tree.competition.categoryIds[0] ?? '',
    })) as { entry: { id: string } };
    await compareEntries.run(jobDeps(world), {});
    const outcomes = await Promise.all([nominate(world, counties[0], first), nominate(world, counties[1], second)]);
    expect(sorted(outcomes.map((outcome) => String(outcome.rule ?? 'in')))).toEqual(['DUPLICATE', 'in']);
  });

  test('handing up and giving back: the one above never holds what the one below does not', async () => {
    const { counties, cities, enter } = tree;
    const entry = await enter(counties[0].regionId);
    await nominate(world, counties[0], entry);
    await handUp(world, counties[0]);
    await nominate(world, cities[0], entry);
    const [up, back] = await Promise.all([handUp(world, cities[0]), giveBack(world, cities[0].member, counties[0])]);
    if (up.__typename === 'SubmitNominationsSuccess' && back.__typename === 'ReturnNominationsSuccess') {
      expect(await listOf(world, cities[0])).toEqual([]);
    }
    expect(
      await world.sql(
        'select 1 from nominations n where n.unit_id = ? and n.removed_at is null and missing_level(n.entry_id, n.unit_id) is not null',
        [cities[0].id],
      ),
    ).toEqual([]);
  });
});
