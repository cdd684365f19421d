import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../api/src/core/context.ts';
import {
  makeActivity,
  makeEntry,
  makeJudges,
  type TestCompetition,
  type TestEntry,
} from '../../api/src/test/factories.ts';
import { markEntries, openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { complaintsAbout, visits, type Stop } from './page-check.ts';

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

describe.each(visits)('on a phone, light and dark ($language)', (visit) => {
  test('a member finds no barrier, no missing word and no overflow', async () => {
    const project = `/projects/${entry.projectId}`;
    const paths = ['/projects', project, `${project}?part=needs`, `${project}?part=submit`];
    const as = entry.organization.member;
    expect(await complaintsAbout(laurel, paths, { ...visit, as })).toEqual({});
  });

  test('a judge finds none', async () => {
    const [open, finished] = [entry, marked].map(({ id }) => `/judge/assignments/${sheets.get(id)}`);
    const drawer = '[aria-controls=sheet-drawer]';
    const paths = ['/judge', `${open}`, { path: `${open}`, press: drawer }, { path: `${finished}`, press: drawer }];
    expect(await complaintsAbout(laurel, paths, { ...visit, as: judge })).toEqual({});
  });

  // A test for a handful of pages, so that each has the time of a test also where the machine is busy.
  const desks: Record<string, (home: string) => Stop[]> = {
    'the overview': (home) => [
      home,
      { path: home, press: '[aria-controls=account-panel]' },
      { path: `${home}/judging`, press: 'button:has-text("Assign entries"), button:has-text("分配评审任务")' },
      `${home}/ranking?view=RESULT`,
      `${home}/publish`,
    ],
    'the review': (home) => {
      const oneEntry = `${home}/entries?entry=${waiting.number}`;
      return [
        `${home}/entries`,
        oneEntry,
        { path: oneEntry, press: '[aria-keyshortcuts=R]' },
        { path: oneEntry, press: '[aria-keyshortcuts=T]' },
        `${home}/entries/${waiting.number}/alike/${entry.id}`,
      ];
    },
    'deadlines, tables and messages': (home) => [
      `${home}/extensions`,
      `${home}/transfers`,
      `${home}/messages`,
      `${home}/messages/entry-submitted`,
    ],
    'the panels': (home) => [
      `${home}/panels`,
      { path: `${home}/panels`, press: 'button[aria-label^="Retire"], button[aria-label$="退出评审"]' },
      { path: `${home}/panels`, press: 'button[aria-label^="Sheets of"], button[aria-label$="的评分表"]' },
    ],
    'the set-up': (home) => [
      `${home}/rubric`,
      ...['basics', 'categories', 'questions', 'stages', 'submissions', 'units', 'awards', 'organizers', 'open'].map(
        (step) => `${home}/setup/${step}`,
      ),
    ],
    'the scoring rule and what came of it': (home) => [
      `${home}/scoring-rule/review`,
      `${home}/scoring-rule/final?step=ties`,
      `${home}/scoring-rule/final?step=result`,
      `${home}/worksheet/review/${marked.number}`,
      `${home}/robustness/review`,
      `${home}/what-if/review`,
    ],
  };

  test.each(Object.entries(desks))('an organizer finds none in %s', async (_, stopsOf) => {
    const stops = stopsOf(`/organize/${competition.slug}`);
    expect(await complaintsAbout(laurel, stops, { ...visit, as: competition.organizer })).toEqual({});
  });
});
