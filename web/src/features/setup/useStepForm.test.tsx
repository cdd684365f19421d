import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { renderRoute } from '../../test/renderRoute';
import { StepFrame } from './StepFrame';
import { useStepForm } from './useStepForm';

const MottoDocument: TypedDocumentNode<{ motto: string }> = gql`
  query Motto {
    motto
  }
`;

interface Saving {
  setMotto: { __typename: 'SetMottoSuccess' };
}
const SetMottoDocument: TypedDocumentNode<Saving, { input: { motto: string } }> = gql`
  mutation SetMotto($input: SetMottoInput!) {
    setMotto(input: $input) {
      __typename
    }
  }
`;

/** What the server has: a motto without blanks around it. */
let saved = '';

function MottoStep() {
  const { data, refetch } = useQuery(MottoDocument);
  return data && <Motto motto={data.motto} renew={async () => void (await refetch().catch(() => undefined))} />;
}

function Motto({ motto, renew }: { motto: string; renew: () => Promise<void> }) {
  const form = useStepForm(SetMottoDocument, {
    key: 'motto',
    saved: motto,
    inputOf: (draft) => ({ motto: draft }),
    onSaved: renew,
  });
  return (
    <StepFrame form={form}>
      <input aria-label="Motto" value={form.draft} onChange={({ target }) => form.change(target.value)} />
    </StepFrame>
  );
}

/** How long the page takes to ask for what is saved now, in ms. */
const RENEWAL = 80;

async function show(renewal: Pick<MockLink.MockedResponse, 'error'> = {}, refused: MockLink.MockedResponse[] = []) {
  const answer = 'error' in renewal ? renewal : { result: () => ({ data: { motto: saved } }) };
  await renderRoute(<MottoStep />, {
    words: ['forms'],
    mocks: [
      { request: { query: MottoDocument }, result: () => ({ data: { motto: saved } }) },
      { request: { query: MottoDocument }, maxUsageCount: 9, delay: RENEWAL, ...answer },
      ...refused,
      {
        request: { query: SetMottoDocument, variables: () => true },
        maxUsageCount: 9,
        result: ({ input }) => {
          saved = String(input.motto).trim();
          return { data: { setMotto: { __typename: 'SetMottoSuccess' } } };
        },
      },
    ],
  });
  const motto = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Motto' });
  return { user: userEvent.setup(), motto };
}
const press = () => screen.getByRole('button', { name: 'Save' });

beforeEach(() => {
  localStorage.clear();
  saved = 'Plant trees';
});

it('says that it is saved once the page shows what is saved, and never beside "Not saved yet"', async () => {
  const { user, motto } = await show();
  await user.type(motto, ' together ');
  expect(screen.getByText('Not saved yet')).toBeTruthy();
  await user.click(press());
  await waitFor(() => expect(saved).toBe('Plant trees together'));
  expect(screen.queryByText('Saved.')).toBeNull();
  await screen.findByText('Saved.');
  expect(screen.queryByText('Not saved yet')).toBeNull();
  expect(motto.value).toBe('Plant trees together');
  expect(localStorage.getItem('laurel.setup.motto')).toBeNull();
});

it('takes what the server puts as it was before for saved', async () => {
  const { user, motto } = await show();
  await user.type(motto, ' ');
  await user.click(press());
  await screen.findByText('Saved.');
  expect(screen.queryByText('Not saved yet')).toBeNull();
});

it('keeps every word written while it is being saved, and saves it next', async () => {
  const { user, motto } = await show();
  await user.type(motto, ' together');
  await user.click(press());
  await waitFor(() => expect(saved).toBe('Plant trees together'));
  await user.type(motto, ', in spring');
  await waitFor(() => expect(press()).toHaveProperty('disabled', false));
  await new Promise((resolve) => setTimeout(resolve, 2 * RENEWAL));
  expect(motto.value).toBe('Plant trees together, in spring');
  expect(screen.queryByText('Saved.')).toBeNull();
  expect(screen.getByText('Not saved yet')).toBeTruthy();
  await user.click(press());
  await screen.findByText('Saved.');
  expect(saved).toBe('Plant trees together, in spring');
});

it('stays as it was written where the page cannot ask what is saved now', async () => {
  const { user, motto } = await show({ error: new Error('no network') });
  await user.type(motto, ' together');
  await user.click(press());
  await screen.findByText('Saved.');
  expect(screen.queryByText('Not saved yet')).toBeNull();
  expect(motto.value).toBe('Plant trees together');
});

it('says what is wrong, and what was written stays to be sent again', async () => {
  const { user, motto } = await show({}, [
    { request: { query: SetMottoDocument, variables: () => true }, error: new Error('no network') },
  ]);
  await user.type(motto, ' together');
  await user.click(press());
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(motto.value).toBe('Plant trees together');
  await user.click(press());
  await screen.findByText('Saved.');
});
