import { expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeCompetition, toCome } from '../../../test/factories.ts';

const world = sharedWorld();

const declare = `mutation ($input: DeclareRubricInput!) { declareRubric(input: $input) { __typename
  ... on InvalidInputError { fields { path } }
  ... on DeclareRubricSuccess { rubric { requiresComment category { id } criteria { name nameTexts { zh en }
    guidanceTexts { zh en } levels { from wording wordingTexts { zh en } } } } } } }`;

test('whoever edits a rubric reads both languages of every text, as they were declared', async () => {
  const competition = await makeCompetition(world, { stages: { REVIEW: toCome } });
  const criterion = {
    key: 'needs',
    name: { zh: '需求', en: 'Needs' },
    guidance: { zh: '看需求是否真实。' },
    weight: '20',
    minimum: '0',
    maximum: '10',
    step: '0.5',
    levels: [{ from: '9', zh: '有调查', en: 'surveyed' }],
  };
  const [categoryId] = competition.categoryIds;
  const input = { competitionId: competition.id, categoryId, requiresComment: true, criteria: [criterion] };
  const { data, errors } = await world.run(competition.organizer, declare, { input });
  expect(errors).toEqual([]);
  expect(data.declareRubric.rubric).toEqual({
    requiresComment: true,
    category: { id: categoryId },
    criteria: [
      {
        name: 'Needs',
        nameTexts: { zh: '需求', en: 'Needs' },
        guidanceTexts: { zh: '看需求是否真实。', en: null },
        levels: [{ from: '9', wording: 'surveyed', wordingTexts: { zh: '有调查', en: 'surveyed' } }],
      },
    ],
  });
});
