import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../api/src/context.ts';
import {
  makeActivity,
  makeEntry,
  makeJudges,
  type TestCompetition,
  type TestEntry,
} from '../../api/src/test/factories.ts';
import { markEntries, openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { complaintsAbout } from './page-check.ts';

const laurel = startLaurel();
let competition: TestCompetition;
let entry: TestEntry;
let waiting: TestEntry;
let judge: Viewer;
/** By entry. */
let sheets: Map<string, string>;
let marked: TestEntry;

beforeAll(async () => {
  const { world } = laurel;
  competition = await openCompetition(world, { hasFinal: true });
  entry = await makeEntry(world, competition);
  await makeActivity(world, entry);
  marked = await makeEntry(world, competition, { category: 1 });
  waiting = await makeEntry(world, competition, { isAccepted: false });
  [judge] = (await makeJudges(world, competition, 1)) as [Viewer];
  await markEntries(world, competition, new Map([[marked.id, '8.5']]));
  const rows = await world.orm.em
    .fork()
    .execute<{ id: string; entry_id: string }[]>('select id, entry_id from assignments');
  sheets = new Map(rows.map((row) => [row.entry_id, row.id]));
});

describe.each(['zh-CN', 'en'] as const)('on a phone, light and dark (%s)', (language) => {
  test('a member finds no barrier, no missing word and no overflow', async () => {
    const project = `/projects/${entry.projectId}`;
    const paths = ['/projects', project, `${project}?part=needs`, `${project}?part=submit`];
    const as = entry.organization.member;
    expect(await complaintsAbout(laurel, paths, { language, as })).toEqual({});
  });

  test('a judge finds none', async () => {
    const [open, finished] = [entry, marked].map(({ id }) => `/judge/assignments/${sheets.get(id)}`);
    const drawer = '[aria-controls=sheet-drawer]';
    const paths = ['/judge', `${open}`, { path: `${open}`, press: drawer }, { path: `${finished}`, press: drawer }];
    expect(await complaintsAbout(laurel, paths, { language, as: judge })).toEqual({});
  });

  test('an organizer finds none', async () => {
    const home = `/organize/${competition.slug}`;
    const oneEntry = `${home}/entries?entry=${waiting.number}`;
    const paths = [
      home,
      { path: home, press: '[aria-controls=account-panel]' },
      { path: home, press: 'button:has-text("Assign entries"), button:has-text("分配评审任务")' },
      `${home}/entries`,
      oneEntry,
      { path: oneEntry, press: '[aria-keyshortcuts=R]' },
      { path: oneEntry, press: '[aria-keyshortcuts=T]' },
      `${home}/entries/${waiting.number}/alike/${entry.id}`,
    ];
    expect(await complaintsAbout(laurel, paths, { language, as: competition.organizer })).toEqual({});
  });

  test('an organizer who looks into the judging finds none', async () => {
    const home = `/organize/${competition.slug}`;
    const paths = [
      `${home}?view=RESULT`,
      `${home}/extensions`,
      `${home}/transfers`,
      `${home}/panels`,
      { path: `${home}/panels`, press: 'button[aria-label^="Retire"], button[aria-label$="退出评审"]' },
      { path: `${home}/panels`, press: 'button[aria-label^="Sheets of"], button[aria-label$="的评分表"]' },
      `${home}/scoring-rule/review`,
      `${home}/scoring-rule/final?step=ties`,
      `${home}/scoring-rule/final?step=result`,
      `${home}/worksheet/review/${marked.number}`,
      `${home}/robustness/review`,
      `${home}/what-if/review`,
      `${home}/messages`,
      `${home}/messages/entry-submitted`,
    ];
    expect(await complaintsAbout(laurel, paths, { language, as: competition.organizer })).toEqual({});
  });
});
