import { expect, test } from 'vitest';
import { makeEntry, makePerson, type TestEntry } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { signIn } from './sign-in.ts';

const laurel = startLaurel();

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

    await bar.getByRole('button', { name: said.vote }).tap();
    await bar.getByText(said.counted).waitFor();
    await bar.getByText(said.noneLeft).waitFor();
    await second.getByRole('button', { name: said.vote }).tap();
    await second.getByText(said.counted).waitFor();
    await second.getByText(said.noneLeft).waitFor();
    await third.getByRole('button', { name: said.vote }).tap();
    await third.getByText(said.refused).waitFor();

    await bar.getByRole('button', { name: said.undo }).tap();
    await bar.getByText(said.retracted).waitFor();
    await bar.getByText(said.oneLeft).waitFor();
    await bar.getByRole('button', { name: said.vote }).tap();
    await bar.getByText(said.counted).waitFor();
  }

  const votesOf = async ({ id }: TestEntry) => {
    const query = `select (select count(*)::int from votes where entry_id = ? and retracted_at is null) as counted,
      (select coalesce(sum(votes), 0)::int from tally_parts where entry_id = ?) as tally`;
    return (await world.orm.em.fork().execute<object[]>(query, [id, id]))[0];
  };
  expect(await votesOf(entry)).toEqual({ counted: 2, tally: 2 });
  expect(await votesOf(other)).toEqual({ counted: 0, tally: 0 });
});
