import { expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import type { Viewer } from '../../../core/context.ts';
import { makeCompetition, makeEntry, type TestCompetition } from '../../../test/factories.ts';

const world = sharedWorld();

test('organizers are told what the same work won before, once that is public, and nobody else is', async () => {
  const [earlier, competition] = [await makeCompetition(world), await makeCompetition(world)];
  const won = await makeEntry(world, earlier, { title: '银龄守护' });
  const again = await makeEntry(world, competition, { isAccepted: false, title: '暮年相伴' });
  const told = async (viewer: Viewer, { slug }: TestCompetition, number: number) => {
    const query =
      'query ($slug: String!, $n: Int!) { entry(competitionSlug: $slug, number: $n) { earlierWinner { id competition { slug } } } }';
    return (await world.run(viewer, query, { slug, n: number })).data.entry.earlierWinner;
  };
  const organizer = competition.organizer;
  await world.act(organizer, 'markContinuation', { entryId: again.id, earlierEntryId: won.id });
  await world.sql(
    `insert into standings (id, competition_id, entry_id, rank, score, votes, award_id)
     select gen_random_uuid(), competition_id, ?, 1, 90, 0, id from awards where competition_id = ? and tier = 'FIRST'`,
    [won.id, earlier.id],
  );
  expect(await told(organizer, competition, again.number)).toBeNull();
  await world.sql('update competitions set results_published_at = now() where id = ?', [earlier.id]);
  expect(await told(organizer, competition, again.number)).toEqual({ id: won.id, competition: { slug: earlier.slug } });
  expect(await told(again.organization.member, competition, again.number)).toBeNull();
  expect(await told(earlier.organizer, earlier, won.number)).toBeNull();
  await world.act(organizer, 'markContinuation', { entryId: again.id });
  expect(await told(organizer, competition, again.number)).toBeNull();
});
