import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../api/src/core/context.ts';
import { makeEntry, makeJudges, type TestCompetition, type TestEntry } from '../../api/src/test/factories.ts';
import { markEntries, openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { complaintsAbout } from './page-check.ts';

const laurel = startLaurel();
let judge: Viewer;
let sheet: string;

/** A judge with sample entries, worded levels, sheets submitted and sheets to do. */
beforeAll(async () => {
  const { world } = laurel;
  const competition: TestCompetition = await openCompetition(world);
  const entries: TestEntry[] = [];
  for (let n = 0; n < 5; n += 1) entries.push(await makeEntry(world, competition));
  [judge] = (await makeJudges(world, competition, 1)) as [Viewer];
  const marks = ['7', '8.5', '6'].map((mark, n) => [entries[n]?.id ?? '', mark] as const);
  await markEntries(world, competition, new Map(marks));
  const em = world.orm.em.fork();
  await em.execute('update assignments set is_anchor = true where entry_id = ?', [entries[4]?.id]);
  const open = 'select id from assignments where submitted_at is null and not is_anchor';
  sheet = `/judge/assignments/${(await em.execute<{ id: string }[]>(open))[0]?.id}`;
});

test.each(['zh-CN', 'en'] as const)(
  'a judge finds no barrier in charts, samples and dialogs (%s)',
  async (language) => {
    const drawer = '[aria-controls=sheet-drawer]';
    const paths = ['/judge', '/judge?status=SUBMITTED', { path: sheet, press: drawer }];
    expect(await complaintsAbout(laurel, paths, { language, as: judge })).toEqual({});
  },
);
