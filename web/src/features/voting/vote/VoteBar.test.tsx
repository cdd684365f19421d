import { useQuery } from '@apollo/client/react';
import type { FragmentType, TypedDocumentNode } from '@apollo/client';
import { parse } from 'graphql';
import type { MockLink } from '@apollo/client/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CastVoteDocument, type CastVoteMutationVariables } from '../../../gql/CastVote';
import { RetractVoteDocument } from '../../../gql/RetractVote';
import type { AssuranceLevel, VoteRefusal } from '../../../gql/types';
import { VoteBar_entryFragmentDoc, type VoteBar_entryFragment } from '../../../gql/VoteBar_entry';
import type { LanguageTag } from '../../../i18n/language';
import { renderRoute } from '../../../test/renderRoute';
import { VoteBar } from './VoteBar';

const query = parse('query Test { entry(competitionSlug: "spring", number: 7) { id ...VoteBar_entry } }');
const TestQuery: TypedDocumentNode<{ entry: FragmentType<VoteBar_entryFragment> }> = {
  ...query,
  definitions: [...query.definitions, ...VoteBar_entryFragmentDoc.definitions],
};

type Voting = VoteBar_entryFragment['voting'];

const opensAt = '2026-11-16T01:00:00Z';
const closesAt = '2026-11-25T12:00:00Z';

interface Facts {
  left?: number | null;
  voteCount?: number | null;
  levels?: AssuranceLevel[];
}

function makeEntry(voting: Partial<Omit<Voting, '__typename'>> = {}, facts: Facts = {}) {
  const { left = null, voteCount = null, levels = ['EMAIL'] } = facts;
  return {
    __typename: 'Entry' as const,
    id: 'entry-7',
    number: 7,
    title: 'Reading rooms',
    voteCount,
    category: { __typename: 'Category' as const, id: 'law', name: 'Legal Aid' },
    competition: {
      __typename: 'Competition' as const,
      id: 'competition-1',
      slug: 'spring',
      timeZone: 'Asia/Shanghai',
      ballotRule: {
        __typename: 'BallotRule' as const,
        style: 'TAP' as const,
        method: 'APPROVAL' as const,
        levels,
        maxChoices: 1,
        mayRetract: true,
        votesPerDay: 3,
        votesPerStage: null,
      },
      resultsPublishedAt: null,
      viewerVotesLeftToday: left,
    },
    voting: {
      __typename: 'EntryVoting' as const,
      canVote: false,
      refusal: null,
      opensAt,
      closesAt,
      vote: null,
      ...voting,
    },
  };
}

const receipt = '7QK4-0M2X-9ZTB';
const vote = {
  __typename: 'Vote' as const,
  id: 'vote-1',
  castAt: '2026-11-20T01:00:00Z',
  receipt,
  state: 'COUNTED' as const,
};
const open = makeEntry({ canVote: true }, { left: 3 });
const voted = makeEntry({ refusal: 'ALREADY_VOTED', vote }, { left: 2 });

function Bar({ onStale }: { onStale: () => void }) {
  const { data } = useQuery(TestQuery);
  return data ? <VoteBar entry={data.entry} onStale={onStale} /> : null;
}

async function show(
  entry: ReturnType<typeof makeEntry>,
  answers: MockLink.MockedResponse[] = [],
  language: LanguageTag = 'en',
) {
  const onStale = vi.fn();
  await renderRoute(<Bar onStale={onStale} />, {
    at: '/c/spring/entries/7',
    words: ['app', 'voting'],
    language,
    mocks: [{ request: { query: TestQuery }, result: { data: { entry } } }, ...answers],
  });
  await screen.findByRole('region');
  return { onStale, user: userEvent.setup() };
}

/** Answers a vote and writes down with which key it was cast. */
function castAnswer(
  keys: string[],
  answer: Pick<MockLink.MockedResponse, 'result' | 'error'>,
): MockLink.MockedResponse {
  return {
    request: {
      query: CastVoteDocument,
      variables: ({ input }: CastVoteMutationVariables) => {
        keys.push(input.key);
        return input.entryId === 'entry-7';
      },
    },
    ...answer,
  } as MockLink.MockedResponse;
}

const cast = { ...vote, day: '2026-11-20', points: 1, ordinal: 0 };
const counted = { result: { data: { castVote: { __typename: 'CastVoteSuccess', votesLeftToday: 2, vote: cast } } } };
const refusalBy = (castVote: object) => ({ result: { data: { castVote: { message: 'In words', ...castVote } } } });

afterEach(() => sessionStorage.clear());

describe('why one cannot vote, in words', () => {
  it.each<[VoteRefusal, RegExp, RegExp]>([
    ['SIGNED_OUT', /Sign in and you can vote, 3 times a day/, /登录后可以投票，每人每天 3 票/],
    ['NOT_YET_OPEN', /Voting opens Mon 16 Nov/, /投票 11月16日.*09:00 北京时间 开始/],
    ['CLOSED', /Voting closed Wed 25 Nov/, /投票已于 11月25日.*20:00 北京时间 结束/],
    ['QUOTA_USED', /all 3 votes of today.*after midnight \(Beijing\)/, /今天的 3 票都投完了，北京时间零点以后/],
    ['OWN_ORGANIZATION', /your own organization’s/, /您所在单位的项目/],
  ])('%s', async (refusal, english, chinese) => {
    const entry = makeEntry({ refusal });
    await show(entry);
    expect(screen.getByRole('status').textContent).toMatch(english);
    cleanup();
    await show(entry, [], 'zh-CN');
    expect(screen.getByRole('status').textContent).toMatch(chinese);
  });

  it('leads a visitor to sign in and back to this entry', async () => {
    await show(makeEntry({ refusal: 'SIGNED_OUT' }));
    expect(screen.getByRole('link', { name: 'Sign in to vote' }).getAttribute('href')).toBe(
      '/sign-in?next=%2Fc%2Fspring%2Fentries%2F7',
    );
  });

  it('tells the votes once they may be told', async () => {
    await show(makeEntry({ refusal: 'CLOSED' }, { voteCount: 1204 }));
    expect(screen.getByText('1,204 votes.')).toBeTruthy();
  });
});

describe('a vote', () => {
  it('is called counted only after the answer', async () => {
    const { user } = await show(open, [{ ...castAnswer([], counted), delay: 30 }]);
    await user.click(screen.getByRole('button', { name: 'Vote' }));
    expect(screen.queryByText('Counted')).toBeNull();
    expect(await screen.findByText('Counted')).toBeTruthy();
    expect(screen.getByText('2 votes left today.')).toBeTruthy();
    expect(screen.getByText(`Receipt ${receipt}`)).toBeTruthy();
    expect(sessionStorage.getItem('laurel.unanswered')).toBe('{}');
  });

  it('can be taken back', async () => {
    const { user } = await show(voted, [
      {
        request: { query: RetractVoteDocument, variables: { input: { entryId: 'entry-7' } } },
        result: { data: { retractVote: { __typename: 'RetractVoteSuccess', votesLeftToday: 3 } } },
      },
    ]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Vote' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('taken back');
  });

  it('keeps its key until it is answered, so that trying again counts once', async () => {
    const keys: string[] = [];
    const { user } = await show(open, [
      castAnswer(keys, { error: new TypeError('Failed to fetch') }),
      castAnswer(keys, counted),
    ]);
    await user.click(screen.getByRole('button', { name: 'Vote' }));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByText('Counted');
    const [first, ...others] = [...new Set(keys)];
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(others).toEqual([]);
  });

  it("shows the server's sentence when refused, and asks what is possible now", async () => {
    const message = 'Voting has just closed.';
    const { user, onStale } = await show(open, [
      castAnswer([], refusalBy({ __typename: 'VotingClosedError', message })),
    ]);
    await user.click(screen.getByRole('button', { name: 'Vote' }));
    expect(await screen.findByText(message)).toBeTruthy();
    await waitFor(() => expect(onStale).toHaveBeenCalled());
  });

  it('waits where the server is full, calls nothing counted meanwhile, and goes on with the same key', async () => {
    const keys: string[] = [];
    const { user } = await show(open, [
      castAnswer(keys, refusalBy({ __typename: 'OverloadedError', retryAfterSeconds: 1 })),
      castAnswer(keys, counted),
    ]);
    await user.click(screen.getByRole('button', { name: 'Vote' }));
    expect(await screen.findByText(/Your vote is not counted yet/)).toBeTruthy();
    expect(screen.queryByText('Counted')).toBeNull();
    expect(await screen.findByText('Counted', {}, { timeout: 3000 })).toBeTruthy();
    expect(new Set(keys).size).toBe(1);
  });

  it('can be given up while it waits', async () => {
    const { user } = await show(open, [
      castAnswer([], refusalBy({ __typename: 'OverloadedError', retryAfterSeconds: 60 })),
    ]);
    await user.click(screen.getByRole('button', { name: 'Vote' }));
    await user.click(await screen.findByRole('button', { name: 'Do not vote' }));
    expect(await screen.findByRole('button', { name: 'Vote' })).toBeTruthy();
    expect(sessionStorage.getItem('laurel.unanswered')).toBe('{}');
  });

  it('goes on by itself after a reload, with the key it was sent with', async () => {
    const keys: string[] = [];
    sessionStorage.setItem('laurel.unanswered', JSON.stringify({ 'entry-7': { key: 'a-key', at: Date.now() } }));
    await show(open, [castAnswer(keys, counted)]);
    await screen.findByText('Counted');
    expect([...new Set(keys)]).toEqual(['a-key']);
  });

  it('that was sent long ago is not cast by opening the page', async () => {
    const at = Date.now() - 11 * 60_000;
    sessionStorage.setItem('laurel.unanswered', JSON.stringify({ 'entry-7': { key: 'a-key', at } }));
    await show(open);
    expect(screen.getByRole('button', { name: 'Vote' }).hasAttribute('data-loading')).toBe(false);
  });

  it('that is held says so and where to read why', async () => {
    await show(makeEntry({ refusal: 'ALREADY_VOTED', vote: { ...vote, state: 'HELD' } }, { left: 2 }));
    expect(screen.getByText('Held')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'My votes' }).getAttribute('href')).toBe('/c/spring/my-votes');
  });

  it('is offered to a browser nobody knows where votes of devices count', async () => {
    await show(makeEntry({ refusal: 'SIGNED_OUT' }, { levels: ['DEVICE', 'EMAIL'] }));
    expect(screen.getByRole('button', { name: 'Vote' })).toBeTruthy();
  });
});
