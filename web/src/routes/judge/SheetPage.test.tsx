import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeclareConflictDocument } from '../../gql/DeclareConflict';
import { SaveMarksDocument } from '../../gql/SaveMarks';
import { SheetPageDocument } from '../../gql/SheetPage';
import { SubmitSheetDocument } from '../../gql/SubmitSheet';
import { ViewerDocument } from '../../gql/Viewer';
import { renderRoute } from '../../test/renderRoute';
import { SheetPage } from './SheetPage';

const inAnHour = new Date(Date.now() + 3_700_000).toISOString();
const criteria = ['needs', 'goals'].map((key) => ({
  __typename: 'Criterion',
  id: key,
  key,
  name: key === 'needs' ? 'Needs' : 'Goals',
  guidance: 'How well it is known.',
  weight: '20',
  minimum: '0',
  maximum: '10',
  step: '0.5',
  levels: [
    { __typename: 'CriterionLevel', from: '0', wording: 'Little is known.' },
    { __typename: 'CriterionLevel', from: '6', wording: 'Well known.' },
  ],
}));
const progress = { __typename: 'JudgeProgress', assigned: 40, started: 1, submitted: 12 };
const assignment = (marks: Record<string, string> = {}, submittedAt: string | null = null) => ({
  __typename: 'Assignment',
  id: 'a1',
  status: submittedAt ? 'SUBMITTED' : 'STARTED',
  submittedAt,
  comment: '',
  total: null as string | null,
  seal: submittedAt ? '3f9a21c0' : null,
  sealCode: submittedAt ? '3F9A-21C0' : null,
  marks: Object.entries(marks).map(([id, value]) => ({
    __typename: 'Mark',
    id: `m-${id}`,
    value,
    criterion: { __typename: 'Criterion', id },
  })),
});
const judge = { __typename: 'Judge', id: 'j1', code: 'J1', progress };
const page = (sheet: ReturnType<typeof assignment>, requiresComment = false) => ({
  ...sheet,
  isAnchor: false,
  ahead: [{ __typename: 'Assignment', id: 'a2', status: 'TO_DO' }],
  judge,
  rubric: { __typename: 'Rubric', id: 'u', requiresComment, criteria },
  stage: {
    __typename: 'Stage',
    id: 's',
    kind: 'REVIEW',
    name: 'Review',
    status: 'OPEN',
    opensAt: '2026-01-01T00:00:00Z',
    closesAt: inAnHour,
  },
  entry: {
    __typename: 'Entry',
    id: 'e1',
    number: 7,
    title: 'Reading Corners',
    language: 'EN',
    summary: 'Books.',
    beneficiaries: null,
    startedOn: null,
    endedOn: null,
    videoUrl: null,
    attachments: [],
    sections: ['Needs', 'Outcomes'].map((name) => ({
      __typename: 'EntrySection',
      key: name.toLowerCase(),
      name,
      text: 'Some words.',
    })),
    answers: [],
    organization: { __typename: 'Organization', id: 'o', name: 'Practice Center' },
    region: { __typename: 'Region', id: 'r', name: 'Changchun' },
    category: { __typename: 'Category', id: 'c', name: 'Schooling' },
    competition: {
      __typename: 'Competition',
      id: 'k',
      slug: 'jilin',
      name: 'Jilin',
      timeZone: 'Asia/Shanghai',
      isDemonstration: true,
    },
    evidence: {
      __typename: 'Evidence',
      activityCount: 0,
      volunteerCount: 0,
      peopleServed: 0,
      hours: '0',
      hoursByEvidence: [],
      firstActivityAt: null,
      lastActivityAt: null,
    },
  },
});
const viewer = {
  __typename: 'Viewer',
  id: 'v',
  name: 'Judge',
  email: 'judge@example.org',
  phone: null,
  organizations: [],
  judgeSeats: [],
  verifiesIn: [],
  organizes: [],
};

function judging({ requiresComment = false } = {}) {
  const sent: { marks: { criterionId: string; value: string }[]; comment?: string; saveId: string }[] = [];
  const known: Record<string, string> = {};
  let isSubmitted = false;
  const now = () => ({
    ...assignment(known, isSubmitted ? '2026-11-21T04:00:00Z' : null),
    total: known['goals'] ? '87.5' : '85',
  });
  const mocks: MockLink.MockedResponse[] = [
    { request: { query: ViewerDocument }, result: { data: { viewer } }, maxUsageCount: 5 },
    {
      request: { query: SheetPageDocument, variables: () => true },
      result: ({ id }: Record<string, unknown>) => ({
        data: { assignment: { ...page(id === 'a1' ? now() : assignment(), requiresComment), id } },
      }),
      maxUsageCount: 9,
    },
    {
      request: { query: SaveMarksDocument, variables: () => true },
      result: (variables: Record<string, unknown>) => {
        const input = variables['input'] as (typeof sent)[number];
        sent.push(input);
        for (const { criterionId, value } of input.marks) known[criterionId] = value;
        return { data: { saveMarks: { __typename: 'SaveMarksSuccess', assignment: { ...now(), judge } } } };
      },
      maxUsageCount: 20,
    },
    {
      request: { query: SubmitSheetDocument, variables: { input: { assignmentId: 'a1' } } },
      result: () => {
        isSubmitted = true;
        return { data: { submitSheet: { __typename: 'SubmitSheetSuccess', assignment: { ...now(), judge } } } };
      },
      maxUsageCount: 5,
    },
    {
      request: { query: DeclareConflictDocument, variables: { input: { assignmentId: 'a1', note: 'my town' } } },
      result: { data: { declareConflict: { __typename: 'DeclareConflictSuccess', judge } } },
    },
  ];
  return { sent, mocks };
}

const open = (mocks: MockLink.MockedResponse[]) =>
  renderRoute(<SheetPage />, {
    path: '/judge/assignments/:id',
    at: '/judge/assignments/a1',
    mocks,
    words: ['judging', 'entries'],
  });

const marksSent = (sent: { marks: unknown[] }[]) => sent.flatMap(({ marks }) => marks);
const focused = () => document.activeElement;

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

it('is marked with digits and Enter alone, handed in, and shows the code to keep', async () => {
  const user = userEvent.setup();
  const { sent, mocks } = judging();
  await open(mocks);
  const needs = await screen.findByRole('spinbutton', { name: /Needs/ });
  // From reading straight to marking.
  await user.keyboard('8.5{Enter}');
  expect(needs).toHaveProperty('value', '8.5');
  expect(focused()).toBe(screen.getByRole('spinbutton', { name: /Goals/ }));
  await user.keyboard('9{Enter}');
  expect(focused()).toBe(screen.getByRole('button', { name: 'Submit sheet' }));
  await waitFor(() => expect(screen.getAllByText('87.50').length).toBeGreaterThan(0));
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Submit this sheet?' });
  await user.click(within(dialog).getByRole('button', { name: 'Submit sheet' }));
  const next = await screen.findByRole('link', { name: 'Next entry' });
  expect(next.getAttribute('href')).toBe('/judge/assignments/a2');
  await waitFor(() => expect(focused()).toBe(next));
  expect(await screen.findByText('3F9A-21C0')).toBeTruthy();
  expect(screen.queryByRole('spinbutton')).toBeNull();
  expect(marksSent(sent)).toEqual([
    { criterionId: 'needs', value: '8.5' },
    { criterionId: 'goals', value: '9' },
  ]);
});

it('steps with the arrows, and says what the mark stands for', async () => {
  const user = userEvent.setup();
  await open(judging().mocks);
  const needs = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /Needs/ });
  await user.click(needs);
  await user.keyboard('5{ArrowUp}{ArrowUp}{ArrowDown}');
  expect(needs.value).toBe('5.5');
  expect(needs.getAttribute('aria-describedby')).toBe(screen.getByText('Little is known.').id);
  await user.keyboard('{ArrowUp}');
  expect(needs.getAttribute('aria-describedby')).toBe(screen.getByText('Well known.').id);
});

it('says what is missing, a comment that the rubric wants too, and leads there', async () => {
  const user = userEvent.setup();
  await open(judging({ requiresComment: true }).mocks);
  await user.click(await screen.findByRole('spinbutton', { name: /Needs/ }));
  await user.keyboard('8{Tab}11');
  expect(screen.getByText(/A mark goes from 0 to 10 in steps of 0.5/)).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(focused()).toBe(screen.getByRole('textbox', { name: /^Comment/ }));
  await user.click(screen.getByRole('button', { name: 'Submit sheet' }));
  const dialog = await screen.findByRole('dialog', { name: 'The sheet is not complete yet' });
  expect(within(dialog).getByRole('button', { name: 'Comment' })).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Goals' }));
  await waitFor(() => expect(focused()).toBe(screen.getByRole('spinbutton', { name: /Goals/ })));
});

it('keeps marks and submission on this device while the network is away, through a reload', async () => {
  const user = userEvent.setup();
  const { sent, mocks } = judging();
  const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { unmount } = await open(mocks);
  await screen.findByRole('spinbutton', { name: /Needs/ });
  await user.keyboard('8{Enter}9{Enter}{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Submit this sheet?' });
  await user.click(within(dialog).getByRole('button', { name: 'Submit sheet' }));
  expect(await screen.findByText('Kept on this device, 1 sheet waiting for the network. You can go on.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Next entry' })).toBeTruthy();
  unmount();
  expect(sent).toEqual([]);
  network.mockReturnValue(true);
  await open(mocks);
  expect(await screen.findByText('3F9A-21C0')).toBeTruthy();
  expect(new Set(sent.map(({ saveId }) => saveId)).size).toBe(1);
  expect(marksSent(sent)).toHaveLength(2);
  expect(Object.keys(localStorage).filter((key) => key.startsWith('laurel.outbox'))).toEqual([]);
});

it('is given back in one step by a judge who is too close, and the next one opens', async () => {
  const user = userEvent.setup();
  await open(judging().mocks);
  await user.click(await screen.findByRole('button', { name: 'I am too close to this entry' }));
  const dialog = await screen.findByRole('dialog', { name: 'Are you too close to this entry?' });
  await user.type(within(dialog).getByRole('textbox'), 'my town');
  await user.click(within(dialog).getByRole('button', { name: 'Yes, give it back' }));
  await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/judge/assignments/a2'));
});
