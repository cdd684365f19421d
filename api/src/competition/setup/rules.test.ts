import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { wallClock } from '@laurel/schema/wall-clock';
import { StageKind } from '../competitions/index.ts';
import { checklistOf, type SetUp } from './checklist.ts';
import { whyNotMoved } from './stages/may-move.ts';
import { shifted } from './copy/shift.ts';
import { orderProblems } from './stages/stage-order.ts';

const day = (n: number) => new Date(Date.UTC(2027, 0, n));
const stage = (kind: StageKind, from: number, to: number) => ({ kind, opensAt: day(from), closesAt: day(to) });
const { SUBMISSION, VOTING, REVIEW, PAPERS, FINAL, PUBLICATION } = StageKind;

test.each([
  [
    'one after the other',
    [stage(SUBMISSION, 1, 5), stage(VOTING, 5, 8), stage(FINAL, 8, 9), stage(PUBLICATION, 9, 20)],
    [],
  ],
  ['votes and review side by side', [stage(SUBMISSION, 1, 5), stage(VOTING, 5, 9), stage(REVIEW, 6, 8)], []],
  ['papers while votes go on', [stage(REVIEW, 1, 3), stage(VOTING, 1, 9), stage(PAPERS, 4, 6)], []],
  ['no stages', [], []],
  ['a vote before submissions are over', [stage(SUBMISSION, 1, 5), stage(VOTING, 4, 8)], [[1, 0]]],
  ['a final before everything', [stage(FINAL, 1, 2), stage(REVIEW, 1, 3), stage(VOTING, 1, 4)], [[0, 2]]],
  ['results before the final', [stage(FINAL, 5, 6), stage(PUBLICATION, 5, 9)], [[1, 0]]],
  ['an end before the beginning', [stage(SUBMISSION, 5, 5)], [[0, null]]],
])('%s', (_, stages, expected) => {
  const found = orderProblems(stages).map((problem) => [problem.index, 'earlier' in problem ? problem.earlier : null]);
  expect(found).toEqual(expected);
});

test.each([
  [{ years: 1 }, 'Asia/Shanghai', '2026-11-21T12:00:00Z', '2027-11-21T12:00:00.000Z'],
  [{ years: 1 }, 'Asia/Shanghai', '2028-02-28T16:00:00Z', '2029-02-27T16:00:00.000Z'],
  [{ years: 4 }, 'Asia/Shanghai', '2028-02-28T16:00:00Z', '2032-02-28T16:00:00.000Z'],
  // 20:00 stays 20:00, though summer time begins in between.
  [{ days: 7 }, 'Europe/Berlin', '2026-03-25T19:00:00Z', '2026-04-01T18:00:00.000Z'],
  [{ years: 1 }, 'Europe/Berlin', '2026-03-28T19:00:00Z', '2027-03-28T18:00:00.000Z'],
  [{}, 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T00:30:00.000Z'],
  // To the last second of a day.
  [{ days: 1 }, 'Asia/Shanghai', '2026-11-21T15:59:59Z', '2026-11-22T15:59:59.000Z'],
])('%j later in %s: %s becomes %s', (shift, timeZone, instant, expected) => {
  expect(shifted(new Date(instant), timeZone, shift).toISOString()).toBe(expected);
});

test('so many days later clocks show the same time of day, unless they skip it, and order is kept', () => {
  const instant = fc.integer({ min: 0, max: 20 * 365 * 1440 }).map((m) => new Date(Date.UTC(2020, 0, 1) + m * 60_000));
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 800 }), (at, days) => {
      const timeZone = 'Asia/Shanghai';
      const after = shifted(at, timeZone, { days });
      expect(wallClock(after, timeZone).slice(11)).toBe(wallClock(at, timeZone).slice(11));
      expect(after.getTime() - at.getTime()).toBe(days * 86_400_000);
    }),
    { numRuns: 200 },
  );
});

const open = { openedAt: day(1), resultsPublishedAt: null };
test.each([
  ['a deadline that comes later', open, stage(SUBMISSION, 1, 5), stage(SUBMISSION, 1, 7), null],
  ['a stage to come, forward or back', open, stage(FINAL, 8, 9), stage(FINAL, 7, 8), null],
  ['the same again', open, stage(SUBMISSION, 1, 5), stage(SUBMISSION, 1, 5), 'nothing'],
  ['a public deadline, earlier', open, stage(VOTING, 4, 9), stage(VOTING, 4, 8), 'deadlineEarlier'],
  ['the beginning of what has begun', open, stage(REVIEW, 1, 9), stage(REVIEW, 5, 9), 'hasOpened'],
  ['what is over', open, stage(REVIEW, 1, 2), stage(REVIEW, 1, 9), 'closed'],
  ['a beginning into the past', open, stage(REVIEW, 5, 9), stage(REVIEW, 2, 9), 'wouldBePast'],
  ['an end into the past', open, stage(REVIEW, 1, 9), stage(REVIEW, 1, 3), 'wouldBePast'],
  ['after publication', { ...open, resultsPublishedAt: day(2) }, stage(FINAL, 8, 9), stage(FINAL, 8, 10), 'published'],
  ['while it is being set up', { openedAt: null }, stage(FINAL, 8, 9), stage(FINAL, 8, 10), 'settingUp'],
])('moving %s: %#', (_, competition, from, to, expected) => {
  expect(whyNotMoved(competition, from, to, day(3))).toBe(expected);
});

const both = LocalizedText.of({ zh: '甲', en: 'A' });
const whole: SetUp = {
  competition: { slug: 'x', name: both, tagline: both, description: both },
  categories: [{ name: both }],
  stages: [
    { ...stage(SUBMISSION, 1, 5), name: both },
    { ...stage(REVIEW, 5, 9), name: both },
    { ...stage(VOTING, 5, 9), name: both },
  ],
  judging: [{ name: both, kind: REVIEW, unmarked: 0, weight: 100, isRuleDeclared: true }],
  ballotRule: { isDeclared: true, weight: 0 },
  isSubmissionRuleDeclared: true,
  awards: 3,
  units: null,
  organizers: 2,
};

test('where all is said, all is done', () => {
  expect(checklistOf(whole, day(2)).filter(({ isDone }) => !isDone)).toEqual([]);
});

test.each([
  ['basics', { competition: { ...whole.competition, tagline: LocalizedText.of({}) } }, true],
  ['languages', { categories: [{ name: LocalizedText.of({ zh: '甲' }) }] }, false],
  ['categories', { categories: [] }, true],
  ['submission', { stages: whole.stages.slice(1) }, true],
  ['order', { stages: [{ ...stage(SUBMISSION, 1, 7), name: both }, ...whole.stages.slice(1)] }, true],
  ['rubric', { judging: whole.judging.map((one) => ({ ...one, unmarked: 2 })) }, true],
  ['scoringRule', { judging: whole.judging.map((one) => ({ ...one, isRuleDeclared: false })) }, false],
  ['decides', { judging: whole.judging.map((one) => ({ ...one, weight: 0 })) }, true],
  ['ballotRule', { ballotRule: { isDeclared: false, weight: 0 } }, false],
  ['submissionRule', { isSubmissionRuleDeclared: false }, false],
  ['awards', { awards: 0 }, false],
  ['units', { units: { count: 1, first: day(1), last: day(4) } }, false],
  ['units', { units: { count: 2, first: day(4), last: day(6) } }, false],
  ['organizers', { organizers: 1 }, false],
])('what is missing is told: %s', (key, change, isRequired) => {
  const open_ = checklistOf({ ...whole, ...change }, day(2)).filter(({ isDone }) => !isDone);
  expect(open_.map((item) => [item.key, item.isRequired])).toContainEqual([key, isRequired]);
  expect(open_.every((item) => item.say === `checklist.${item.key}.open`)).toBe(true);
});

test('a deadline in the past cannot be met, and a vote that decides everything needs no judges', () => {
  const late = checklistOf(whole, day(6)).filter(({ isDone }) => !isDone);
  expect(late.map(({ key }) => key)).toEqual(['future']);
  const { judging: _, ...rest } = whole;
  const alone = { ...rest, judging: [], ballotRule: { isDeclared: true, weight: 100 } };
  expect(checklistOf(alone, day(2)).every(({ isDone }) => isDone)).toBe(true);
});
