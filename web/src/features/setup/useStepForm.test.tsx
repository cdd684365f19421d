import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderRoute } from '../../test/renderRoute';
import { StepFrame } from './StepFrame';
import { useStepForm, type Answer } from './useStepForm';

const MottoDocument: TypedDocumentNode<{ motto: string }> = gql`
  query Motto {
    motto
  }
`;

/** What the server has: a motto without blanks around it. */
let saved = '';
const store = (text: string): Answer => {
  saved = text.trim();
  return { __typename: 'SetMottoSuccess' };
};
const send = vi.fn((_draft: string): Promise<Answer> => Promise.reject(new Error('not told what to answer')));

function MottoStep() {
  const { data, refetch } = useQuery(MottoDocument);
  return data && <Motto motto={data.motto} renew={async () => void (await refetch().catch(() => undefined))} />;
}

function Motto({ motto, renew }: { motto: string; renew: () => Promise<void> }) {
  const form = useStepForm('motto', motto, send);
  return (
    <StepFrame form={form} onSaved={renew}>
      <input aria-label="Motto" value={form.draft} onChange={({ target }) => form.change(target.value)} />
    </StepFrame>
  );
}

/** How long the page takes to ask for what is saved now, in ms. */
const RENEWAL = 80;

async function show(renewal: Pick<MockLink.MockedResponse, 'error'> = {}) {
  const answer = 'error' in renewal ? renewal : { result: () => ({ data: { motto: saved } }) };
  await renderRoute(<MottoStep />, {
    words: ['setup'],
    mocks: [
      { request: { query: MottoDocument }, result: () => ({ data: { motto: saved } }) },
      { request: { query: MottoDocument }, maxUsageCount: 9, delay: RENEWAL, ...answer },
    ],
  });
  const motto = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Motto' });
  return { user: userEvent.setup(), motto };
}
const press = () => screen.getByRole('button', { name: 'Save' });

beforeEach(() => {
  localStorage.clear();
  saved = 'Plant trees';
  send.mockReset();
  send.mockImplementation((text) => Promise.resolve(store(text)));
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
  expect(localStorage.getItem('motto')).toBeNull();
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
  send.mockRejectedValueOnce(new Error('no network'));
  const { user, motto } = await show();
  await user.type(motto, ' together');
  await user.click(press());
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(motto.value).toBe('Plant trees together');
  await user.click(press());
  await screen.findByText('Saved.');
});
