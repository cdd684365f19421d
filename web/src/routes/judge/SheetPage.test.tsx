import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
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
  maximum: '10',
  step: '0.5',
}));
const progress = { __typename: 'JudgeProgress', assigned: 40, started: 1, submitted: 12 };
const assignment = (marks: Record<string, string> = {}, submittedAt: string | null = null) => ({
  __typename: 'Assignment',
  id: 'a1',
  status: submittedAt ? 'SUBMITTED' : 'STARTED',
  submittedAt,
  comment: '',
  total: null as string | null,
  marks: Object.entries(marks).map(([id, value]) => ({
    __typename: 'Mark',
    id: `m-${id}`,
    value,
    criterion: { __typename: 'Criterion', id },
  })),
});
const page = (sheet: ReturnType<typeof assignment>) => ({
  ...sheet,
  next: { __typename: 'Assignment', id: 'a2' },
  judge: { __typename: 'Judge', id: 'j1', progress },
  stage: {
    __typename: 'Stage',
    id: 's',
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
    needs: 'n',
    goals: 'g',
    implementation: 'i',
    outcomes: 'o',
    features: 'f',
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
      criteria,
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
  organizes: [],
};

function judging() {
  const sent: unknown[] = [];
  const known: Record<string, string> = {};
  let isSubmitted = false;
  const now = () => ({
    ...assignment(known, isSubmitted ? '2026-11-21T04:00:00Z' : null),
    total: known['goals'] ? '87.5' : '85',
  });
  const mocks: MockLink.MockedResponse[] = [
    { request: { query: ViewerDocument }, result: { data: { viewer } }, maxUsageCount: 5 },
    {
      request: { query: SheetPageDocument, variables: { id: 'a1' } },
      result: () => ({ data: { assignment: page(now()) } }),
      maxUsageCount: 5,
    },
    {
      request: { query: SaveMarksDocument, variables: () => true },
      result: ({ input }: Record<string, unknown>) => {
        sent.push(input);
        for (const { criterionId, value } of (input as { marks: { criterionId: string; value: string }[] }).marks) {
          known[criterionId] = value;
        }
        return { data: { saveMarks: { __typename: 'SaveMarksSuccess', assignment: now() } } };
      },
      maxUsageCount: 20,
    },
    {
      request: { query: SubmitSheetDocument, variables: { input: { assignmentId: 'a1' } } },
      result: () => {
        isSubmitted = true;
        return {
          data: {
            submitSheet: {
              __typename: 'SubmitSheetSuccess',
              assignment: { ...now(), next: page(now()).next, judge: page(now()).judge },
            },
          },
        };
      },
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

beforeEach(() => localStorage.clear());

it('is marked with digits and Tab alone, and handed in', async () => {
  const user = userEvent.setup();
  const { sent, mocks } = judging();
  await open(mocks);
  await user.click(await screen.findByRole('spinbutton', { name: /Needs/ }));
  await user.keyboard('8.5{Tab}');
  expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: /Goals/ }));
  await user.keyboard('9{Tab}');
  await waitFor(() => expect(screen.getAllByText('87.50').length).toBeGreaterThan(0));
  await waitFor(() =>
    expect(sent.flatMap((input) => (input as { marks: unknown[] }).marks)).toEqual([
      { criterionId: 'needs', value: '8.5' },
      { criterionId: 'goals', value: '9' },
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Submit sheet' }));
  const dialog = await screen.findByRole('dialog', { name: 'Submit this sheet?' });
  await user.click(within(dialog).getByRole('button', { name: 'Submit sheet' }));
  const next = await screen.findByRole('link', { name: 'Next entry' });
  expect(next.getAttribute('href')).toBe('/judge/assignments/a2');
  await waitFor(() => expect(document.activeElement).toBe(next));
  expect(screen.queryByRole('spinbutton')).toBeNull();
});

it('steps with the arrows, and Enter goes to the next criterion', async () => {
  const user = userEvent.setup();
  await open(judging().mocks);
  const needs = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /Needs/ });
  await user.click(needs);
  await user.keyboard('8{ArrowUp}{ArrowUp}{ArrowDown}');
  expect(needs.value).toBe('8.5');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: /Goals/ }));
});

it('says what is missing, and leads there', async () => {
  const user = userEvent.setup();
  await open(judging().mocks);
  await user.click(await screen.findByRole('spinbutton', { name: /Needs/ }));
  await user.keyboard('8{Tab}11');
  expect(screen.getByText(/A mark goes from 0 to 10 in steps of 0.5/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Submit sheet' }));
  const dialog = await screen.findByRole('dialog', { name: 'Some criteria have no mark yet' });
  await user.click(within(dialog).getByRole('button', { name: 'Goals' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: /Goals/ })));
});
