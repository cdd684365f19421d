import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../../test/act.ts';
import { makeCompetition, makeEntry, toCome } from '../../test/factories.ts';
import { jobDeps, runJobs } from '../../test/jobs.ts';
import { makeWorld, type World } from '../../test/world.ts';
import { remind } from '../messages/index.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

test('who was asked for a correction is reminded three days and one day before, until it is in', async () => {
  const competition = await makeCompetition(world, { stages: { VOTING: toCome, REVIEW: toCome } });
  const [late, swift] = [
    await makeEntry(world, competition, { isAccepted: false, title: '迟交的项目' }),
    await makeEntry(world, competition, { isAccepted: false, title: '及时的项目' }),
  ];
  for (const { id } of [late, swift]) {
    const input = { entryId: id, verdict: 'RETURN', reason: '请补充', correctionUntil: '2026-11-28T15:59:59Z' };
    expect((await act(world, competition.organizer, 'decideEntry', input)).__typename).toBe('DecideEntrySuccess');
  }
  await act(world, swift.organization.member, 'resubmitEntry', { entryId: swift.id });
  await runJobs(world);
  const reminded: string[][] = [];
  for (const now of ['2026-11-25T15:00:00Z', '2026-11-25T16:30:00Z', '2026-11-27T16:30:00Z', '2026-11-28T16:00:00Z']) {
    world.clock.set(now);
    await remind.run(jobDeps(world), {});
    await remind.run(jobDeps(world), {});
    reminded.push((await runJobs(world)).map(({ to, text }) => `${to} ${/“(.*)”/.exec(text)?.[1]}`));
  }
  const told = [`${late.organization.member.email} 迟交的项目`];
  expect(reminded).toEqual([[], told, told, []]);
});
