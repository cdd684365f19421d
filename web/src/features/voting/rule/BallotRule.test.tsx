import { useQuery } from '@apollo/client/react';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RuleDialogDocument } from '../../../gql/RuleDialog';
import type { LanguageTag } from '../../../i18n/language';
import { renderRoute } from '../../../test/renderRoute';
import { BallotRule } from './BallotRule';

const ballotRule = {
  __typename: 'BallotRule',
  style: 'BALLOT',
  method: 'RANKED',
  minChoices: 2,
  maxChoices: 5,
  maxPoints: 1,
  maxSum: 1,
  votesPerDay: 1,
  votesPerStage: 3,
  votesPerCategory: 2,
  votesPerEntry: 1,
  excludesOwnOrganization: true,
  mayRetract: false,
  counts: 'DELAYED',
  countDelayMinutes: 5,
  countRounding: 10,
  publicWeight: '30.00',
  publicForm: 'RANK_POINTS',
  isExposureCorrected: true,
  exposureFloor: 100,
  levels: ['EMAIL', 'PHONE', 'DEVICE'],
  nightVotes: 1000,
  burstVotes: 500,
  networkVotes: 200,
  declaredAt: '2026-11-01T01:00:00Z',
};

function Panel() {
  const { data } = useQuery(RuleDialogDocument, { variables: { slug: 'spring' } });
  return data?.competition ? <BallotRule competition={data.competition} /> : null;
}

async function sentencesIn(language: LanguageTag): Promise<string[]> {
  const competition = { __typename: 'Competition', id: 'c', timeZone: 'Asia/Shanghai', ballotRule };
  await renderRoute(<Panel />, {
    language,
    words: ['app', 'ballots', 'ballot-rule'],
    mocks: [
      { request: { query: RuleDialogDocument, variables: { slug: 'spring' } }, result: { data: { competition } } },
    ],
  });
  return (await screen.findAllByRole('definition')).map((one) => one.textContent ?? '');
}

it.each(['en', 'zh-CN'] as const)('tells every number of the rule in words, once (%s)', async (language) => {
  const sentences = await sentencesIn(language);
  expect(sentences.length).toBe(17);
  const text = sentences.join('\n');
  for (const number of ['2', '5', '3', '30', '10', '100', '1,000', '500', '200']) expect(text).toContain(number);
  expect(text).not.toMatch(/\{\{|undefined|null/);
  expect(screen.getByText(language === 'en' ? /Declared Sun 1 Nov, 09:00/ : /公布于 11月1日/)).toBeTruthy();
});
