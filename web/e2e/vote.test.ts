import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { AssuranceLevel } from '../../api/src/competition/competitions/index.ts';
import { Challenges } from '../../api/src/platform/protection/challenges/challenge.ts';
import { secret } from '../../api/src/test/world.ts';
import { makeEntry, makePerson, type TestEntry } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { signIn } from './sign-in.ts';

const laurel = startLaurel();

async function votesOf({ id }: TestEntry): Promise<object | undefined> {
  const query = `select (select count(*)::int from votes where entry_id = ? and retracted_at is null) as counted,
    (select coalesce(sum(votes), 0)::int from tally_parts where entry_id = ?) as tally`;
  return (await laurel.world.orm.em.fork().execute<object[]>(query, [id, id]))[0];
}

/** Answers the first votes in place of the server, as it would when it is asked by thousands. */
async function answerFirst(
  page: Page,
  answers: object[],
  sent: { key: string; proof: string | null }[],
): Promise<void> {
  await page.context().route('**/graphql', async (route: Route) => {
    const { operationName, variables } = route.request().postDataJSON() as {
      operationName: string;
      variables: { input: { key: string; proof: string | null } };
    };
    if (operationName !== 'CastVote') return route.fallback();
    sent.push(variables.input);
    const answer = answers.shift();
    await (answer
      ? route.fulfill({ json: { data: { castVote: { message: 'Soon.', ...answer } } } })
      : route.fallback());
  });
}

const words = {
  en: {
    bar: 'Your vote',
    toSignIn: 'Sign in to vote',
    vote: 'Vote',
    counted: 'Counted',
    undo: 'Undo',
    retracted: 'Your vote is taken back.',
    oneLeft: '1 vote left today.',
    noneLeft: 'No votes left today.',
    refused: /You have used .* of today/,
  },
  'zh-CN': {
    bar: '投票',
    toSignIn: '登录并投票',
    vote: '投票',
    counted: '已计票',
    undo: '撤回',
    retracted: '这一票已撤回。',
    oneLeft: '今天还有 1 票。',
    noneLeft: '今天的票都投完了。',
    refused: /您今天的 1 票已经用完/,
  },
};

test('two voters, one in each language, have one vote a day: cast, counted once, taken back and cast again', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world, { votesPerDay: 1 });
  const entry = await makeEntry(world, competition);
  const other = await makeEntry(world, competition);
  const path = ({ number }: TestEntry) => `/c/${competition.slug}/entries/${number}`;

  for (const language of ['en', 'zh-CN'] as const) {
    const said = words[language];
    const { email } = await makePerson(world);
    const page = await laurel.visit(path(entry), { language });
    const bar = page.getByRole('region', { name: said.bar });
    await bar.getByRole('link', { name: said.toSignIn }).tap();
    await signIn(page, email, language);
    await bar.getByText(said.oneLeft).waitFor();
    // What else lies open does not know yet that the vote will be gone.
    const second = await page.context().newPage();
    await second.goto(path(entry));
    const third = await page.context().newPage();
    await third.goto(path(other));
    await third.getByText(said.oneLeft).waitFor();
    await second.getByText(said.oneLeft).waitFor();

    await bar.getByRole('button', { name: said.vote, exact: true }).tap();
    await bar.getByText(said.counted).waitFor();
    await bar.getByText(said.noneLeft).waitFor();
    await second.getByRole('button', { name: said.vote, exact: true }).tap();
    await second.getByText(said.counted).waitFor();
    await second.getByText(said.noneLeft).waitFor();
    await third.getByRole('button', { name: said.vote, exact: true }).tap();
    await third.getByText(said.refused).waitFor();

    await bar.getByRole('button', { name: said.undo }).tap();
    await bar.getByText(said.retracted).waitFor();
    await bar.getByText(said.oneLeft).waitFor();
    await bar.getByRole('button', { name: said.vote, exact: true }).tap();
    await bar.getByText(said.counted).waitFor();
  }

  expect(await votesOf(entry)).toEqual({ counted: 2, tally: 2 });
  expect(await votesOf(other)).toEqual({ counted: 0, tally: 0 });
});

test('a vote that finds the server full waits, says that it is not counted, survives a reload and counts once', async () => {
  const competition = await openCompetition(laurel.world);
  const entry = await makeEntry(laurel.world, competition);
  const as = await makePerson(laurel.world);
  const page = await laurel.visit(`/c/${competition.slug}/entries/${entry.number}`, { as });
  const sent: { key: string }[] = [];
  const full = { __typename: 'OverloadedError' };
  await answerFirst(
    page,
    [
      { ...full, retryAfterSeconds: 60 },
      { ...full, retryAfterSeconds: 2 },
    ],
    sent as never,
  );

  const bar = page.getByRole('region', { name: 'Your vote' });
  await bar.getByRole('button', { name: 'Vote', exact: true }).tap();
  await bar.getByText('Your vote is not counted yet.').waitFor();
  await bar.getByText(/Next try in \d\d s/).waitFor();
  expect(await votesOf(entry)).toEqual({ counted: 0, tally: 0 });

  await page.reload();
  await bar.getByText('Your vote is not counted yet.').waitFor();
  // Reading on does not lose the place.
  await page.getByRole('link', { name: 'Laurel', exact: false }).first().tap();
  await expect.poll(() => sent.length).toBeGreaterThan(2);
  await page.goBack();
  await bar.getByText('Counted', { exact: true }).waitFor();
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(await votesOf(entry)).toEqual({ counted: 1, tally: 1 });
});

test('a vote that is challenged is proven by the device and then counts, with the same key', async () => {
  const competition = await openCompetition(laurel.world);
  const entry = await makeEntry(laurel.world, competition);
  const as = await makePerson(laurel.world);
  const page = await laurel.visit(`/c/${competition.slug}/entries/${entry.number}`, { as });
  const sent: { key: string; proof: string | null }[] = [];
  const purpose = { action: 'vote', competition: competition.id, subject: 'somebody' } as const;
  const challenge = new Challenges(secret).issue(purpose, 20_000, new Date());
  await answerFirst(page, [{ __typename: 'ChallengeNeededError', challenge }], sent);

  const bar = page.getByRole('region', { name: 'Your vote' });
  await bar.getByRole('button', { name: 'Vote', exact: true }).tap();
  await bar.getByText('Counted', { exact: true }).waitFor();
  expect(sent[0]?.proof).toBeNull();
  expect(new Challenges(secret).verify(sent[1]?.proof ?? '', purpose, new Date())).not.toBeNull();
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(await votesOf(entry)).toEqual({ counted: 1, tally: 1 });
});

test('a browser nobody knows votes without signing in where votes of devices count, and has its receipt', async () => {
  const levels = [AssuranceLevel.DEVICE, AssuranceLevel.EMAIL];
  const competition = await openCompetition(laurel.world, { ballotRule: { levels } });
  const entry = await makeEntry(laurel.world, competition);
  const page = await laurel.visit(`/c/${competition.slug}/entries/${entry.number}`);
  const bar = page.getByRole('region', { name: 'Your vote' });
  await bar.getByRole('button', { name: 'Vote', exact: true }).tap();
  const receipt = await bar.getByText(/^Receipt/).innerText();
  await bar.getByRole('link', { name: 'My votes' }).tap();
  await page.getByText(receipt.replace('Receipt ', '')).waitFor();
  expect(await votesOf(entry)).toEqual({ counted: 1, tally: 1 });
});
