import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '../../api/src/core/context.ts';
import { makeCompetition, makeEntry, makePerson, toCome, type TestCompetition } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';
import { complaintsAbout, visits } from './page-check.ts';

const laurel = startLaurel();

/** Two organizers, for it takes two to decide. */
async function secondOrganizer({ id }: TestCompetition): Promise<Viewer> {
  const person = await makePerson(laurel.world);
  await laurel.world.orm.em
    .fork()
    .execute('insert into competition_organizers (competition_id, user_id) values (?, ?)', [id, person.id]);
  return person;
}

async function castVotes(entryId: string, count: number): Promise<void> {
  const cast = 'mutation ($input: CastVoteInput!) { castVote(input: $input) { __typename } }';
  for (let vote = 0; vote < count; vote += 1) {
    const voter = await makePerson(laurel.world);
    const { data } = await laurel.world.run(voter, cast, { input: { entryId, key: crypto.randomUUID() } });
    expect(data.castVote.__typename).toBe('CastVoteSuccess');
  }
}

test('an organizer writes the ballot rule before voting opens, with advice taken and a slip put right', async () => {
  const { world } = laurel;
  const competition = await makeCompetition(world, { stages: { VOTING: toCome }, votesPerDay: 5 });
  const page = await laurel.visit(`/organize/${competition.slug}/ballot-rule`, {
    as: competition.organizer,
    viewport: desk,
  });
  const preview = page.getByRole('complementary', { name: 'What voters will read' });
  const next = () => page.getByRole('button', { name: 'Next' }).click();
  await preview.getByText('every tap is a vote of its own').waitFor();
  await page.getByRole('radio', { name: 'Put in order' }).check();
  await preview.getByText('Put 3 to 5 entries in order: your first receives 5 points').waitFor();
  await page.getByRole('textbox', { name: 'At most how many' }).fill('2');
  await page.getByText('This must not be less than the fewest choices.').waitFor();
  await page.getByRole('textbox', { name: 'At most how many' }).fill('3');
  await preview.getByText('Put 3 entries in order').waitFor();

  await next();
  await page.getByRole('textbox', { name: 'Ballots a day' }).fill('1');
  await page.getByRole('button', { name: 'As many in all as on one day' }).click();
  await preview.getByText('You may hand in one ballot in all').waitFor();
  await next();
  await next();
  await next();
  await page.getByRole('textbox', { name: 'Part of the public vote' }).fill('60');
  await page.getByRole('button', { name: 'Make it 30%' }).click();
  // What is not declared yet outlives a reload.
  await page.reload();
  await page.getByText('your changes are still here').waitFor();
  await next();
  await page.getByText('The public vote makes up 30% of the result').waitFor();
  await page.getByRole('button', { name: 'Take these numbers' }).click();
  await page.getByRole('button', { name: 'Declare this rule' }).click();
  await page.getByText('Declared. Voters read it from now on').waitFor();
  expect(await page.getByRole('button', { name: 'This is declared' }).isDisabled()).toBe(true);

  const rules = await world.orm.em
    .fork()
    .execute('select * from ballot_rules where competition_id = ?', [competition.id]);
  expect(rules).toMatchObject([
    {
      style: 'BALLOT',
      method: 'RANKED',
      min_choices: 3,
      max_choices: 3,
      votes_per_day: 1,
      votes_per_stage: 1,
      public_weight: '30.00',
      night_votes: 1000,
      version: 2,
    },
  ]);
});

test('once voting is open, the rule is there to be read and says why', async () => {
  const competition = await openCompetition(laurel.world);
  const page = await laurel.visit(`/organize/${competition.slug}/ballot-rule`, {
    as: competition.organizer,
    viewport: desk,
  });
  await page.getByText('so this rule stands').waitFor();
  await page.getByText('You have 3 votes a day.').waitFor();
  await page.getByRole('button', { name: 'Limits' }).click();
  expect(await page.getByRole('textbox', { name: 'Votes a day' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Declare this rule' }).count()).toBe(0);
});

/** The sum at the top of the desk: cast, counted, held, void. */
async function sumOn(page: Page, title: string): Promise<(string | undefined)[]> {
  const text = await page.getByRole('region', { name: title }).innerText();
  return text.match(/\d+/g)?.slice(0, 4) ?? [];
}

test('two organizers in two browsers void what one of them held, and the balance moves before both', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const entry = await makeEntry(world, competition, { title: '银龄守护' });
  const other = await makeEntry(world, competition);
  await castVotes(entry.id, 3);
  await castVotes(other.id, 1);
  const second = await secondOrganizer(competition);
  const path = `/organize/${competition.slug}/vote`;

  const one = await laurel.visit(path, { as: competition.organizer, viewport: desk });
  const two = await laurel.visit(path, { as: second, language: 'zh-CN' });
  let loads = 0;
  for (const page of [one, two]) page.on('load', () => (loads += 1));
  const sums = async () => [await sumOn(one, 'Every vote accounted for'), await sumOn(two, '每一票的去向')];
  const both = (...sum: string[]) => [sum, sum];
  await expect.poll(sums).toEqual(both('4', '4', '0', '0'));

  await one.getByRole('button', { name: 'Hold votes by hand' }).click();
  const holding = one.getByRole('dialog');
  await holding.getByRole('textbox', { name: 'Number of the entry' }).fill(String(entry.number));
  await holding.getByText('银龄守护').waitFor();
  await holding.getByRole('textbox', { name: 'Why' }).fill('A chat group sold these.');
  await holding.getByRole('button', { name: 'Hold these votes' }).click();
  await one.getByText(`3 votes for No. ${entry.number} are held.`).waitFor();
  await expect.poll(sums).toEqual(both('4', '1', '3', '0'));

  await one.getByRole('article').getByRole('button', { name: 'Void them' }).click();
  const deciding = one.getByRole('dialog');
  await deciding.getByText('Nothing changes until a second organizer agrees.').waitFor();
  await deciding.getByRole('radio', { name: 'Bought' }).check();
  await deciding.getByRole('textbox').fill('Screenshots with prices.');
  await deciding.getByRole('button', { name: 'Void them' }).click();
  await one.getByText('The 3 votes stay held until a second organizer agrees.').waitFor();
  await one.getByText('You have decided. It takes a second organizer who agrees.').waitFor();

  const held = two.getByRole('article');
  await held.getByText('Screenshots with prices.').waitFor();
  await held.getByRole('button', { name: '作废' }).tap();
  const agreeing = two.getByRole('dialog');
  await agreeing.getByText('您若同意，这 3 票立即作废').waitFor();
  await agreeing.getByRole('radio', { name: '花钱买来' }).check();
  await agreeing.getByRole('textbox').fill('截图属实。');
  await agreeing.getByRole('button', { name: '作废' }).tap();
  await two.getByText('两位组织者意见一致：3 票作废。').waitFor();

  await expect.poll(sums).toEqual(both('4', '1', '0', '3'));
  await one.getByText('Nothing waits for a decision').waitFor();
  await one.getByRole('button', { name: /^Void/ }).click();
  await one.getByRole('article').getByText('截图属实。').waitFor();
  expect(loads).toBe(0);
});

// The words of both languages are looked for by the test of every page.
describe('on a phone, light and dark', () => {
  const [visit] = visits;

  test('the desk has no barrier, no missing word and no overflow', async () => {
    const { world } = laurel;
    const competition = await openCompetition(world);
    const entry = await makeEntry(world, competition);
    await castVotes(entry.id, 2);
    const hold = 'mutation ($input: HoldVotesInput!) { holdVotes(input: $input) { __typename } }';
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const { data } = await world.run(competition.organizer, hold, {
      input: { entryId: entry.id, from: at(-60), to: at(1), reason: 'Look' },
    });
    expect(data.holdVotes.__typename).toBe('HoldVotesSuccess');
    const path = `/organize/${competition.slug}/vote`;
    const paths = [
      path,
      { path, press: 'article footer button:last-child' },
      { path, press: 'button:has-text("Hold votes by hand"), button:has-text("手动暂存")' },
      `${path}?cases=VOIDED`,
      `/organize/${competition.slug}/ballot-rule`,
    ];
    expect(await complaintsAbout(laurel, paths, { ...visit, as: competition.organizer })).toEqual({});
  });

  test('the ballot rule has none, nor has a desk before voting', async () => {
    const competition = await makeCompetition(laurel.world, { stages: { VOTING: toCome } });
    const path = `/organize/${competition.slug}/ballot-rule`;
    const paths = [
      `/organize/${competition.slug}/vote`,
      { path, press: 'input[value=POINTS]' },
      ...['limits', 'voters', 'counts', 'weight', 'declare'].map((step) => `${path}?step=${step}`),
    ];
    expect(await complaintsAbout(laurel, paths, { ...visit, as: competition.organizer })).toEqual({});
  });
});
