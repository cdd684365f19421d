import { expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { jobDeps } from '../../../test/jobs.ts';
import { reviewsIn } from '../../../test/reviews.ts';
import { compareEntries } from './compare-entries.ts';

const world = sharedWorld();
const { make, waiting } = reviewsIn(world);

test('entries that look alike are told to organizers, the likest first, and to nobody else', async () => {
  const competition = await make();
  const titled = await waiting(competition, { title: '银龄守护：高龄老人居家照护' });
  const alike = await waiting(competition, { title: '银龄守护：高龄老人的居家照护' });
  const query = `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) {
    hasDuplicates duplicates { title text isSameProject entry { number } } }
    competition(slug: $slug) { desk { queueFigures { duplicate } queue(mark: DUPLICATE) { totalCount }
      queueCategories { entries category { id } } queueRegions { entries } } } }`;
  const variables = { slug: competition.slug, number: titled.number };
  await compareEntries.run(jobDeps(world), {});
  const { data } = await world.run(competition.organizer, query, variables);
  const found = data.entry.duplicates[0];
  expect(found).toEqual({ title: expect.any(Number), text: 1, isSameProject: false, entry: { number: alike.number } });
  expect(found.title).toBeGreaterThan(0.45);
  expect(data.competition.desk).toEqual({
    queueFigures: { duplicate: 2 },
    queue: { totalCount: 2 },
    queueCategories: competition.categoryIds.map((id, index) => ({ entries: index === 0 ? 2 : 0, category: { id } })),
    queueRegions: [{ entries: 1 }, { entries: 1 }],
  });
  expect(data.entry.hasDuplicates).toBe(true);
  const { data: own } = await world.run(titled.organization.member, query, variables);
  expect(own).toEqual({ entry: { hasDuplicates: false, duplicates: [] }, competition: { desk: null } });
  await world.sql("update entries set status = 'WITHDRAWN' where id = ?", [alike.id]);
  const { data: after } = await world.run(competition.organizer, query, variables);
  expect(after.entry.duplicates).not.toContainEqual(found);
});
