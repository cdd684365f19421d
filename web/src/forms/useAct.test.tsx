import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RetireJudgeDocument } from '../gql/RetireJudge';
import { renderRoute } from '../test/renderRoute';
import { useAct } from './useAct';

const retiredNow = {
  __typename: 'RetireJudgeSuccess',
  released: 3,
  judge: { __typename: 'Judge', id: 'j', retiredAt: null, retirementReason: null },
};
const retired = { __typename: 'JudgeRetiredError', message: 'Gone already.' };
const invalid = {
  __typename: 'InvalidInputError',
  message: 'Look again.',
  fields: [{ __typename: 'FieldProblem', path: 'reason', message: 'Too long.' }],
};

const done = vi.fn();
const ended = vi.fn();
beforeEach(() => vi.clearAllMocks());
afterEach(() => vi.useRealTimers());

function Sample({ shows, ends = false }: { shows?: 'all'; ends?: boolean }) {
  const { run, isBusy, problem: sentence, errorAt } = useAct(RetireJudgeDocument, { ...(shows && { shows }) });
  const send = async (reason: string) => {
    const handlers = ends ? { JudgeRetiredError: ended } : {};
    const success = await run({ judgeId: 'j', keepsSheets: true, reason }, handlers);
    if (success) done(success.released);
  };
  return (
    <>
      <button onClick={() => void send('first')}>{isBusy ? 'busy' : 'first'}</button>
      <button onClick={() => void send('second')}>second</button>
      <p role="alert">{sentence}</p>
      <p aria-label="field">{errorAt('reason')}</p>
    </>
  );
}

const answer = (reason: string, result: object, delay = 0) => ({
  request: { query: RetireJudgeDocument, variables: { input: { judgeId: 'j', keepsSheets: true, reason } } },
  delay,
  ...('retireJudge' in result ? { result: { data: result } } : result),
});

async function act(answers: ReturnType<typeof answer>[], props: Parameters<typeof Sample>[0] = {}) {
  await renderRoute(<Sample {...props} />, { words: [], mocks: answers });
  await userEvent.click(screen.getByRole('button', { name: 'first' }));
}
const problem = () => screen.getByRole('alert').textContent;

it('gives what was done, typed, and has no problem then', async () => {
  await act([answer('first', { retireJudge: retiredNow })]);
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith(3));
  expect(problem()).toBe('');
});

it.each<[what: string, result: object, props: { shows?: 'all' }, problem: string | RegExp, atField: string]>([
  ['the sentence of a refusal', { retireJudge: retired }, {}, 'Gone already.', ''],
  ['the problem of a field that is not shown', { retireJudge: invalid }, {}, 'Too long.', 'Too long.'],
  [
    'that fields need another look where they are shown',
    { retireJudge: invalid },
    { shows: 'all' },
    'Look again.',
    'Too long.',
  ],
  ['that nothing answered', { error: new Error('offline') }, {}, /did not answer/, ''],
  [
    'that the sign-in has run out',
    { result: { errors: [new GraphQLError('', { extensions: { code: 'UNAUTHENTICATED' } })] } },
    {},
    /sign-in has run out/,
    '',
  ],
])('says %s', async (_what, result, props, sentence, atField) => {
  await act([answer('first', result)], props);
  await vi.waitFor(() => expect(problem()).toMatch(sentence));
  expect(done).not.toHaveBeenCalled();
  expect(screen.getByLabelText('field').textContent).toBe(atField);
});

it('takes a refusal for an end where the caller says so', async () => {
  await act([answer('first', { retireJudge: retired })], { ends: true });
  await vi.waitFor(() => expect(ended).toHaveBeenCalledWith(expect.objectContaining(retired)));
  expect(problem()).toBe('');
});

it('lets no answer to an older call speak for a newer one', async () => {
  await act([answer('first', { retireJudge: retired }, 40), answer('second', { retireJudge: retiredNow })]);
  await userEvent.click(screen.getByRole('button', { name: 'second' }));
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith(3));
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(problem()).toBe('');
});
