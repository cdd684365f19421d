import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import type { Viewer } from '../../../core/context.ts';
import { makeOrganization, makePerson } from '../../../test/factories.ts';
import { jobDeps } from '../../../test/jobs.ts';
import { handUp, makeTree, nominate, accept, refused, sharedTree } from '../../../test/nominations.ts';
import { compareEntries } from '../../eligibility/index.ts';

const world = sharedWorld();
const tree = sharedTree(world);

test('an entry goes up from county to city to province, and only then do organizers decide on it', async () => {
  const { counties, cities, province, enter } = tree;
  const entry = await enter(counties[0].regionId);
  for (const unit of [counties[0], cities[0], province]) {
    expect((await accept(world, tree, entry)).__typename).toBe('NotNominatedError');
    expect(await nominate(world, unit, entry)).toMatchObject({ nomination: { rank: 1 } });
    expect((await accept(world, tree, entry)).__typename).toBe('NotNominatedError');
    expect(await handUp(world, unit)).toMatchObject({ unit: { state: 'SUBMITTED', list: { version: 1 } } });
  }
  expect((await accept(world, tree, entry)).__typename).toBe('DecideEntrySuccess');
});

test('where a city has no counties that send, it is the first', async () => {
  const { cities, province, enter } = tree;
  const [{ id: county }] = (await world.sql<{ id: string }>('select id from regions where parent_id = ?', [
    cities[1].regionId,
  ])) as [{ id: string }];
  const entry = await enter(county);
  expect((await nominate(world, cities[1], entry)).__typename).toBe('NominateEntrySuccess');
  await handUp(world, cities[1]);
  expect((await nominate(world, province, entry)).__typename).toBe('NominateEntrySuccess');
});

const continuationOf = async (viewer: Viewer, { id }: { id: string }) => {
  const [entry] = await world.sql<{ slug: string; number: number }>(
    'select c.slug, e.number from entries e join competitions c on c.id = e.competition_id where e.id = ?',
    [id],
  );
  const { data } = await world.run(
    viewer,
    `query ($slug: String!, $number: Int!) {
       entry(competitionSlug: $slug, number: $number) { continuation { earlier { id } markedByName } }
     }`,
    entry,
  );
  return data?.entry?.continuation ?? null;
};

/** Past the use case, as somebody with a connection to the database would. */
const force = async (unitId: string, entryId: string, at = '2026-11-21T12:00:00Z') =>
  await world.sql(
    `insert into nominations (id, unit_id, entry_id, rank, added_at) values (gen_random_uuid(), ?, ?, 99, ?)`,
    [unitId, entryId, at],
  );

describe('each rule refuses, and cites its clause', () => {
  test('SKIPPED_LEVEL: neither city nor province takes what the county has not handed up', async () => {
    const { counties, cities, province, enter } = tree;
    const entry = await enter(counties[0].regionId);
    expect(await nominate(world, province, entry)).toMatchObject(refused('SKIPPED_LEVEL'));
    expect(await nominate(world, cities[0], entry)).toMatchObject(refused('SKIPPED_LEVEL'));
    await nominate(world, counties[0], entry);
    expect(await nominate(world, cities[0], entry)).toMatchObject(refused('SKIPPED_LEVEL'));
    await expect(force(cities[0].id, entry.id)).rejects.toThrow('SKIPPED_LEVEL');
  });

  test('CROSSED_REGION: nobody nominates for the neighbors', async () => {
    const { counties, enter } = tree;
    const entry = await enter(counties[1].regionId);
    expect(await nominate(world, counties[0], entry)).toMatchObject(refused('CROSSED_REGION'));
    await expect(force(counties[0].id, entry.id)).rejects.toThrow('CROSSED_REGION');
  });

  test('DUPLICATE: not twice, and not two of one organization that are much alike', async () => {
    const { counties, enter } = tree;
    const organization = await makeOrganization(world, { regionId: counties[0].regionId });
    const first = await enter(counties[0].regionId, organization, 'Evening rides home for night nurses');
    const second = await enter(counties[0].regionId, organization, 'Evening rides home for night nurses');
    const other = await enter(counties[0].regionId, organization, 'Chess in the park');
    await compareEntries.run(jobDeps(world), {});
    await nominate(world, counties[0], first);
    expect(await nominate(world, counties[0], first)).toMatchObject(refused('DUPLICATE'));
    expect(await nominate(world, counties[0], second)).toMatchObject({
      ...refused('DUPLICATE'),
      message: expect.stringContaining(String(first.number)),
    });
    await expect(force(counties[0].id, second.id)).rejects.toThrow('DUPLICATE');
    await world.sql('delete from entry_likenesses where other_id = ? or entry_id = ?', [other.id, other.id]);
    expect((await nominate(world, counties[0], other)).__typename).toBe('NominateEntrySuccess');
  });

  test('EARLIER_WINNER: what won first prize before, or goes on with it under another name', async () => {
    const { counties, competition, enter } = tree;
    const organization = await makeOrganization(world, { regionId: counties[0].regionId });
    const earlier = await makeTree(world);
    const won = await earlier.enter(earlier.counties[0].regionId, organization);
    await world.sql(
      `insert into standings (id, competition_id, entry_id, rank, score, votes, award_id)
       select gen_random_uuid(), competition_id, ?, 1, 90, 0, id from awards where competition_id = ? and tier = 'FIRST'`,
      [won.id, earlier.competition.id],
    );
    const again = await enter(counties[0].regionId, organization);
    const mark = { entryId: again.id, earlierEntryId: won.id };
    // Of what is not published nobody knows, and a stranger marks nothing.
    expect(await world.act(await makePerson(world), 'markContinuation', mark)).toBe('NOT_FOUND');
    await world.sql('update competitions set results_published_at = now() where id = ?', [earlier.competition.id]);
    await world.sql('insert into competition_organizers (competition_id, user_id) values (?, ?)', [
      earlier.competition.id,
      competition.organizer.id,
    ]);
    expect((await world.act(competition.organizer, 'markContinuation', mark)).__typename).toBe(
      'MarkContinuationSuccess',
    );
    expect(await nominate(world, counties[0], again)).toMatchObject(refused('EARLIER_WINNER'));
    await expect(force(counties[0].id, again.id)).rejects.toThrow('EARLIER_WINNER');
    expect(await continuationOf(competition.organizer, again)).toMatchObject({
      earlier: { id: won.id },
      markedByName: expect.any(String),
    });
    // Whoever acts for the unit learns that it is marked; the earlier entry is not public here.
    expect(await continuationOf(counties[0].member, again)).toMatchObject({ earlier: null });
    expect(await continuationOf(await makePerson(world), again)).toBeNull();
    await world.act(competition.organizer, 'markContinuation', { entryId: again.id });
    expect((await nominate(world, counties[0], again)).__typename).toBe('NominateEntrySuccess');
    // Found out later: the list is not handed up with it.
    await world.act(competition.organizer, 'markContinuation', mark);
    expect(await handUp(world, counties[0])).toMatchObject(refused('EARLIER_WINNER'));
  });

  test('QUOTA_EXCEEDED: the list is full', async () => {
    const { counties, enter } = tree;
    const entries = [];
    for (let i = 0; i < 4; i += 1) entries.push(await enter(counties[0].regionId));
    const last = entries.pop() as { id: string };
    for (const entry of entries)
      expect((await nominate(world, counties[0], entry)).__typename).toBe('NominateEntrySuccess');
    expect(await nominate(world, counties[0], last)).toMatchObject(refused('QUOTA_EXCEEDED'));
    await expect(force(counties[0].id, last.id)).rejects.toThrow('QUOTA_EXCEEDED');
  });

  test('LIST_SUBMITTED: a list that is handed up stands', async () => {
    const { counties, enter } = tree;
    const [first, second] = [await enter(counties[0].regionId), await enter(counties[0].regionId)];
    const { nomination } = await nominate(world, counties[0], first);
    await handUp(world, counties[0]);
    expect(await nominate(world, counties[0], second)).toMatchObject(refused('LIST_SUBMITTED'));
    expect(await handUp(world, counties[0])).toMatchObject(refused('LIST_SUBMITTED'));
    const remove = await world.act(counties[0].member, 'removeNomination', { nominationId: nomination.id });
    expect(remove.__typename).toBe('NominationRefusedError');
    await expect(force(counties[0].id, second.id)).rejects.toThrow('LIST_SUBMITTED');
    await world.refuses('update nominations set rank = 7 where id = ?', [nomination.id], 'LIST_SUBMITTED');
    await world.refuses('delete from nomination_lists where unit_id = ?', [counties[0].id], 'kept');
  });

  test('CLOSED: not before entries can be handed in, and not after the end', async () => {
    const { counties, enter } = tree;
    const entry = await enter(counties[0].regionId);
    world.clock.set(new Date('2026-10-31T12:00:00Z'));
    expect(await nominate(world, counties[0], entry)).toMatchObject(refused('CLOSED'));
    world.clock.set(new Date('2026-11-28T10:00:00Z'));
    expect(await nominate(world, counties[0], entry)).toMatchObject(refused('CLOSED'));
    expect(await handUp(world, counties[0])).toMatchObject(refused('CLOSED'));
    await expect(force(counties[0].id, entry.id, '2026-11-28T10:00:00Z')).rejects.toThrow('CLOSED');
  });

  test('in the words of the regulations, where organizers gave them', async () => {
    const { counties, competition, enter } = tree;
    const entry = await enter(counties[1].regionId);
    const clauses = [{ rule: 'CROSSED_REGION', text: { zh: '第七条 不得跨省', en: 'Article 7: no crossing' } }];
    const set = await world.act(competition.organizer, 'setNominationClauses', {
      competitionId: competition.id,
      clauses,
    });
    expect(set.__typename).toBe('SetNominationClausesSuccess');
    expect(await nominate(world, counties[0], entry)).toMatchObject({ clause: 'Article 7: no crossing' });
    const { data } = await world.run(
      null,
      'query ($slug: String!) { competition(slug: $slug) { requiresNomination nominationClauses { rule text } } }',
      { slug: competition.slug },
      'zh-CN',
    );
    expect(data.competition.requiresNomination).toBe(true);
    expect(data.competition.nominationClauses).toContainEqual({ rule: 'CROSSED_REGION', text: '第七条 不得跨省' });
    expect(data.competition.nominationClauses).toHaveLength(7);
    const twice = { competitionId: competition.id, clauses: [...clauses, ...clauses] };
    expect((await world.act(competition.organizer, 'setNominationClauses', twice)).__typename).toBe(
      'InvalidInputError',
    );
    expect(await world.act(counties[0].member, 'setNominationClauses', twice)).toBe('FORBIDDEN');
  });
});
