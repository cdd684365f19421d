import { adviceOn, ballotRuleInput, type BallotRuleInput } from '@laurel/schema/ballot-rule';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeCompetition, makePerson, toCome, type TestCompetition } from '../../../test/factories.ts';
import type { Viewer } from '../../../core/context.ts';
import { defaultBallotRule } from '../index.ts';

const world = sharedWorld();

const declare = `mutation ($input: DeclareBallotRuleInput!) { declareBallotRule(input: $input) { __typename
  ... on DeclareBallotRuleSuccess { competition { ballotRule { style method minChoices maxChoices votesPerStage publicWeight levels version } } }
  ... on InvalidInputError { fields { path message } } ... on UserError { message } } }`;
const declared = (viewer: Viewer | null, competition: TestCompetition, rule: object = {}) =>
  world.run(viewer, declare, { input: { competitionId: competition.id, ...defaultBallotRule, ...rule } });
const unopened = () => makeCompetition(world, { stages: { VOTING: toCome } });

test('an organizer declares how the public votes, before voting opens', async () => {
  const competition = await unopened();
  const rule = {
    style: 'BALLOT',
    method: 'RANKED',
    minChoices: 2,
    maxChoices: 5,
    votesPerStage: 1,
    publicWeight: '30',
  };
  const { data, errors } = await declared(competition.organizer, competition, { ...rule, levels: ['PHONE', 'OIDC'] });
  expect(errors).toEqual([]);
  expect(data.declareBallotRule.competition.ballotRule).toEqual({ ...rule, levels: ['PHONE', 'OIDC'], version: 2 });
});

test('nobody else does, and nobody once voting has opened', async () => {
  const competition = await unopened();
  const stranger = await declared(await makePerson(world), competition);
  expect(stranger.errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
  const open = await makeCompetition(world);
  const { data } = await declared(open.organizer, open, { votesPerDay: 9 });
  expect(data.declareBallotRule.__typename).toBe('BallotRuleFrozenError');
  await expect(
    world.orm.em.fork().execute('update ballot_rules set votes_per_day = 9 where competition_id = ?', [open.id]),
  ).rejects.toThrow(/its rule stands/);
});

test.each<[string, object, string]>([
  ['taps of several choices', { style: 'TAP', maxChoices: 2 }, 'maxChoices'],
  ['ranked taps', { style: 'TAP', method: 'RANKED' }, 'method'],
  ['more at least than at most', { style: 'BALLOT', minChoices: 3, maxChoices: 2 }, 'maxChoices'],
  ['no votes', { votesPerDay: 0 }, 'votesPerDay'],
  ['more than the whole result', { publicWeight: '101' }, 'publicWeight'],
  ['nobody who may vote', { levels: [] }, 'levels'],
])('%s are refused at the field', async (_, rule, path) => {
  const competition = await unopened();
  const { data } = await declared(competition.organizer, competition, rule);
  expect(data.declareBallotRule.__typename).toBe('InvalidInputError');
  expect(data.declareBallotRule.fields.map((field: { path: string }) => field.path)).toContain(path);
});

describe('what is accepted by the form', () => {
  const count = (most: number) => fc.integer({ min: 1, max: most });
  const any = fc.record({
    style: fc.constantFrom('TAP', 'BALLOT'),
    method: fc.constantFrom('APPROVAL', 'POINTS', 'RANKED'),
    minChoices: count(4),
    maxChoices: count(4),
    maxPoints: count(5),
    maxSum: count(9),
    votesPerDay: count(1000),
    votesPerStage: fc.option(count(30_000)),
    votesPerCategory: fc.option(count(30_000)),
    votesPerEntry: fc.option(count(1000)),
    publicWeight: fc.integer({ min: 0, max: 110 }).map(String),
    levels: fc.subarray(['DEVICE', 'EMAIL', 'PHONE', 'OIDC']),
    nightVotes: fc.option(count(5000)),
  });

  test('is accepted by PostgreSQL, and nothing else gets there', async () => {
    const competition = await unopened();
    await fc.assert(
      fc.asyncProperty(any, async (rule) => {
        const whole = { ...defaultBallotRule, ...rule };
        const { data, errors } = await declared(competition.organizer, competition, rule);
        expect(errors).toEqual([]);
        expect(data.declareBallotRule.__typename).toBe(
          ballotRuleInput.safeParse(whole).success ? 'DeclareBallotRuleSuccess' : 'InvalidInputError',
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('advice follows the rule', () => {
  const cautious: BallotRuleInput = {
    ...ballotRuleInput.parse(defaultBallotRule),
    style: 'BALLOT',
    minChoices: 3,
    maxChoices: 5,
    votesPerStage: 1,
    publicWeight: '30',
    nightVotes: 1000,
  };
  expect(adviceOn(cautious)).toEqual([]);
  expect(
    adviceOn({
      ...cautious,
      publicWeight: '80',
      levels: ['DEVICE'],
      counts: 'LIVE',
      minChoices: 1,
      votesPerStage: null,
    }),
  ).toEqual(['weight', 'unverified', 'live', 'single', 'daily']);
});
