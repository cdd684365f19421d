import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ProjectDraft_projectFragment } from '../../../gql/ProjectDraft_project';
import { NoteEditingDocument } from '../../../gql/NoteEditing';
import { ProjectPartsDocument } from '../../../gql/ProjectParts';
import { SaveSectionDocument } from '../../../gql/SaveSection';
import { renderRoute } from '../../../test/renderRoute';
import { ProjectForm } from './ProjectForm';

const section = (key: string, text: string, version: number) => ({
  __typename: 'ProjectSection' as const,
  key,
  text,
  version,
});

const project: ProjectDraft_projectFragment = {
  __typename: 'Project',
  id: 'p1',
  version: 3,
  updatedAt: '2026-11-21T04:00:00Z',
  title: { __typename: 'LocalizedText', zh: '候鸟图书角', en: null },
  summary: { __typename: 'LocalizedText', zh: '', en: null },
  language: 'EN',
  startedOn: null,
  endedOn: null,
  beneficiaries: null,
  videoUrl: null,
  region: { __typename: 'Region', id: 'region', code: '220100', name: '长春市', hasRegions: true, parent: null },
  team: null,
  missing: [{ __typename: 'MissingPart', kind: 'SECTION', key: 'goals', name: 'Goals' }],
  form: {
    __typename: 'Form',
    id: 'f1',
    key: 'project',
    titleName: 'Name of the project',
    sections: ['Needs', 'Goals'].map((name) => ({
      __typename: 'FormSection',
      id: name,
      key: name.toLowerCase(),
      name,
      prompt: `What about ${name}?\nSay it plainly.`,
      example: 'In March we asked everybody.',
      minLength: 60,
      maxLength: 5000,
      isRequired: true,
    })),
  },
  sections: [section('needs', 'No books.', 3), section('goals', '', 0)],
};

type Input = Record<string, unknown>;

/** Answers every save by `answer`, and remembers what was sent. */
function saving(answer: (input: Input) => MockLink.MockedResponse['result']) {
  const sent: Input[] = [];
  const mock: MockLink.MockedResponse = {
    request: { query: SaveSectionDocument, variables: () => true },
    result: ({ input }: Record<string, unknown>) => {
      sent.push(input as Input);
      return answer(input as Input) as object;
    },
    maxUsageCount: 20,
  };
  return { sent, mock };
}

const saved = (key: string, text: string, version: number) => ({
  data: {
    saveSection: {
      __typename: 'SaveSectionSuccess',
      section: section(key, text, version),
      project: { __typename: 'Project', id: 'p1', updatedAt: '2026-11-21T04:03:00Z', missing: [] },
    },
  },
});

const noting = (others: object[] = [], versions: object[] = []): MockLink.MockedResponse => ({
  request: { query: NoteEditingDocument, variables: () => true },
  result: { data: { noteEditing: { __typename: 'NoteEditingSuccess', others, versions } } },
  maxUsageCount: 20,
});

const open = (...mocks: MockLink.MockedResponse[]) =>
  renderRoute(
    <ProjectForm
      project={project}
      competitions={[]}
      signIn={(onSignedIn) => (
        <button type="button" onClick={onSignedIn}>
          The door
        </button>
      )}
      entries={[]}
      corrections={[]}
      onSubmitted={vi.fn()}
    />,
    {
      at: '/projects/p1?part=needs',
      mocks: [...mocks, noting()],
      words: ['projects'],
    },
  );

beforeEach(() => localStorage.clear());

it('saves what changed, on leaving the box, and says which version that is', async () => {
  const user = userEvent.setup();
  const { sent, mock } = saving(() => saved('needs', 'No books in winter.', 4));
  await open(mock);
  const box = await screen.findByRole('textbox', { name: 'Needs' });
  await user.clear(box);
  await user.paste('No books in winter.');
  expect(screen.getByText('Changed; saving in a moment')).toBeTruthy();
  expect(localStorage.getItem('laurel.project.p1')).toContain('No books in winter.');
  await user.tab();
  expect(await screen.findByText(/Saved .*version 7/)).toBeTruthy();
  expect(sent).toEqual([{ projectId: 'p1', key: 'needs', version: 3, text: 'No books in winter.' }]);
  expect(localStorage.getItem('laurel.project.p1')).toBeNull();
});

it('shows both texts when somebody else saved the same box, and saves the one that is chosen', async () => {
  const user = userEvent.setup();
  const theirs = section('needs', 'Their text.', 9);
  const { sent, mock } = saving((input) =>
    input['version'] === 3
      ? { data: { saveSection: { __typename: 'StaleSectionError', message: 'stale', section: theirs } } }
      : saved('needs', 'My text.', 10),
  );
  await open(mock);
  const box = await screen.findByRole('textbox', { name: 'Needs' });
  await user.clear(box);
  await user.paste('My text.');
  await user.tab();
  const dialog = await screen.findByRole('dialog', { name: 'Two texts for one place' });
  expect(within(dialog).getByText('Their text.')).toBeTruthy();
  expect(within(dialog).getByText('My text.')).toBeTruthy();
  const confirm = within(dialog).getByRole('button', { name: 'Save it this way' });
  expect(confirm).toHaveProperty('disabled', true);
  expect(sent).toHaveLength(1);
  await user.click(within(dialog).getByLabelText(/Yours/));
  await user.click(confirm);
  expect(await screen.findByText(/Saved .*version 13/)).toBeTruthy();
  expect(sent.at(-1)).toEqual({ projectId: 'p1', key: 'needs', version: 9, text: 'My text.' });
});

it('asks to sign in again over the form, and then saves what was typed, with nobody having left', async () => {
  const user = userEvent.setup();
  let isSignedIn = false;
  const { sent, mock } = saving(() =>
    isSignedIn
      ? saved('needs', 'No books. And no light.', 4)
      : { errors: [new GraphQLError('Sign in.', { extensions: { code: 'UNAUTHENTICATED' } })] },
  );
  await open(mock);
  await user.type(await screen.findByRole('textbox', { name: 'Needs' }), ' And no light.');
  await user.tab();
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  expect(localStorage.getItem('laurel.project.p1')).toContain('And no light.');
  isSignedIn = true;
  await user.click(within(dialog).getByRole('button', { name: 'The door' }));
  expect(await screen.findByText(/Saved .*version 7/)).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sent.at(-1)).toMatchObject({ text: 'No books. And no light.' });
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Needs' }).value).toBe('No books. And no light.');
});

it('brings back what was not saved last time, and sends it', async () => {
  localStorage.setItem(
    'laurel.project.p1',
    JSON.stringify({ changes: { 'section.goals': { base: '', text: 'Twelve villages.' } } }),
  );
  const { sent, mock } = saving(() => saved('goals', 'Twelve villages.', 1));
  await open(mock);
  expect(await screen.findByText(/brought back from this device/)).toBeTruthy();
  await waitFor(() => expect(sent).toEqual([{ projectId: 'p1', key: 'goals', version: 0, text: 'Twelve villages.' }]), {
    timeout: 3000,
  });
});

it('puts a refusal at its box', async () => {
  const user = userEvent.setup();
  const { mock } = saving(() => ({
    data: {
      saveSection: {
        __typename: 'InvalidInputError',
        message: 'Something is wrong.',
        fields: [{ __typename: 'FieldProblem', path: 'text', message: 'This is not a need.' }],
      },
    },
  }));
  await open(mock);
  const box = await screen.findByRole('textbox', { name: 'Needs' });
  await user.type(box, '!');
  await user.tab();
  expect(await screen.findByText('This is not a need.')).toBeTruthy();
  expect(screen.getByText('One box is not saved; look for the red note.')).toBeTruthy();
});

it('says who else writes where, and takes in what they have saved', async () => {
  const newer = { ...project, sections: [section('needs', 'Their newer words.', 4), section('goals', '', 0)] };
  await open(
    noting(
      [{ __typename: 'Presence', name: 'Li Na', key: 'goals' }],
      [{ __typename: 'PartVersion', key: 'needs', version: 4 }],
    ),
    {
      request: { query: ProjectPartsDocument, variables: () => true },
      result: { data: { project: newer } },
    },
  );
  expect(await screen.findByText('Li Na is writing Goals')).toBeTruthy();
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Needs' }).value).toBe('Their newer words.'),
  );
  expect(screen.getByText(/version 7/)).toBeTruthy();
});
