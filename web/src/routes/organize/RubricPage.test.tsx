import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Link } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { DeclareRubricDocument } from '../../gql/DeclareRubric';
import { RubricPageDocument } from '../../gql/RubricPage';
import { renderRoute } from '../../test/renderRoute';
import { RubricPage } from './RubricPage';

const criterion = (id: string, zh: string, en: string) => ({
  __typename: 'Criterion',
  id,
  key: id,
  nameTexts: { __typename: 'LocalizedText', zh, en },
  guidanceTexts: { __typename: 'LocalizedText', zh: null, en: null },
  weight: '20',
  minimum: '0',
  maximum: '10',
  step: '0.5',
  levels: [],
});
const competition = (opensAt: string) => ({
  __typename: 'Competition',
  id: 'k',
  slug: 'jilin',
  name: 'Jilin',
  timeZone: 'Asia/Shanghai',
  categories: [{ __typename: 'Category', id: 'h', key: 'health', name: 'Health' }],
  stages: [
    {
      __typename: 'Stage',
      id: 'r',
      kind: 'REVIEW',
      name: 'First review',
      opensAt,
      scoringRule: { __typename: 'ScoringRule', scale: 'PERCENT' },
    },
  ],
  rubrics: [
    {
      __typename: 'Rubric',
      id: 'all',
      requiresComment: false,
      stage: null,
      category: null,
      criteria: [criterion('needs', '需求', 'Needs'), criterion('goals', '目标', 'Goals')],
    },
  ],
});

async function open(result: object, { opensAt = '2127-01-01T00:00:00Z', at = '' } = {}) {
  const declared = vi.fn(() => ({ data: { declareRubric: result } }));
  await renderRoute(
    <>
      <Link to="/organize/jilin">The frame</Link>
      <RubricPage />
    </>,
    {
      path: '/organize/:slug/rubric',
      at: `/organize/jilin/rubric${at}`,
      words: ['forms', 'rubric'],
      mocks: [
        {
          request: { query: RubricPageDocument, variables: { slug: 'jilin' } },
          result: { data: { competition: competition(opensAt) } },
          maxUsageCount: 3,
        },
        { request: { query: DeclareRubricDocument, variables: () => true }, result: declared },
      ],
    },
  );
  await screen.findByRole('heading', { level: 1 });
  return declared;
}
const sent = (declared: Awaited<ReturnType<typeof open>>) =>
  (declared.mock.calls as unknown as { input: { criteria: { key: string; weight: string }[] } }[][])[0]?.[0]?.input;

beforeEach(() => localStorage.clear());

it('moves shares with the weights, keeps the focus while ordering, and shows a refusal at its field', async () => {
  const declared = await open({
    __typename: 'InvalidInputError',
    message: 'Please look again.',
    fields: [{ __typename: 'FieldProblem', path: 'criteria.0.weight', message: 'Too heavy.' }],
  });
  const weights = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Weight' });
  fireEvent.change(weights()[1] as HTMLElement, { target: { value: '60' } });
  expect(screen.getByText('75% of the score')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Goals: earlier' }));
  expect(weights().map(({ value }) => value)).toEqual(['60', '20']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Goals: later');

  fireEvent.click(screen.getByRole('button', { name: 'Save rubric' }));
  expect(await screen.findByText('Too heavy.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(weights()[0]));
  expect(sent(declared)?.criteria.map(({ key, weight }) => [key, weight])).toEqual([
    ['goals', '60'],
    ['needs', '20'],
  ]);
});

it('gives a category a copy of the rubric that holds, and asks before it is left unsaved', async () => {
  await open({ __typename: 'ScoringRuleFrozenError', message: 'Judging has opened.' }, { at: '?category=health' });
  fireEvent.click(screen.getByRole('button', { name: 'Give this category a rubric of its own' }));
  expect(screen.getAllByRole('listitem', { name: /Needs|Goals/ })).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Goals: remove' }));
  fireEvent.click(screen.getByRole('link', { name: 'The frame' }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' });
  expect(screen.getByLabelText('address').textContent).toBe('/organize/jilin/rubric?category=health');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Leave' }));
  await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/organize/jilin'));
});

it('stands once judging has opened', async () => {
  await open({}, { opensAt: '2026-01-01T00:00:00Z' });
  expect(screen.getByText(/so this rubric stands/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save rubric' })).toBeNull();
  const weight = screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Weight' })[0];
  expect(weight?.closest('fieldset')?.disabled).toBe(true);
});
