import { expect, test } from 'vitest';
import { sql } from '../../api/src/test/act.ts';
import { handUp, makeTree, nominate } from '../../api/src/test/nominations.ts';
import { desk, startLaurel } from './laurel.ts';
import { complaintsAbout } from './page-check.ts';

const laurel = startLaurel();

/** Of which everybody has days to go, as of now, real now. */
async function openTree() {
  const { world } = laurel;
  const tree = await makeTree(world);
  const { competition } = tree;
  await sql(
    world,
    "update sending_units set closes_at = date_trunc('minute', now()) + interval '3 days' where competition_id = ?",
    [competition.id],
  );
  await sql(world, "update stages set closes_at = now() + interval '9 days' where competition_id = ?", [
    competition.id,
  ]);
  return tree;
}

test('a county ranks what came in and hands it up, its entrants see that, and the organizers see who is late', async () => {
  const { world } = laurel;
  const tree = await openTree();
  const { competition, counties } = tree;
  const [county, neighbor] = counties;
  const first = await tree.enter(county.regionId, undefined, 'Warm meals on wheels');
  await tree.enter(county.regionId, undefined, 'Evening classes at the mill');
  const other = await tree.enter(neighbor.regionId, undefined, 'Chess in the park');
  await nominate(world, neighbor, other);
  await handUp(world, neighbor);

  const path = `/c/${competition.slug}/nominations/${county.id}`;
  const page = await laurel.visit(path, { as: county.member });
  await page.getByText('3 places left').waitFor();
  await page.getByRole('button', { name: 'Nominate: Warm meals on wheels in English' }).tap();
  await page.getByText('On the list: Warm meals on wheels in English').waitFor();
  await page.getByRole('button', { name: 'Nominate: Evening classes at the mill in English' }).tap();
  await page.getByRole('button', { name: 'Move up: Evening classes at the mill in English' }).tap();
  await page.getByText('Evening classes at the mill in English is now number 1.').waitFor();
  expect(await complaintsAbout(laurel, [path], { language: 'zh-CN', as: county.member })).toEqual({});
  await page.getByRole('button', { name: 'Hand up' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand up and seal' }).tap();
  await page.getByText('The list is handed up and sealed.').waitFor();
  await page.getByText('SHA-256', { exact: false }).first().waitFor();

  const entrant = await laurel.visit(`/projects/${first.projectId}?part=submit`, { as: first.organization.member });
  await entrant.getByRole('list', { name: 'Its way up' }).getByText('handed it up').waitFor();

  const tree_ = `/organize/${competition.slug}/nominations`;
  expect(await complaintsAbout(laurel, [tree_], { language: 'zh-CN', as: competition.organizer })).toEqual({});
  const organizer = await laurel.visit(tree_, { as: competition.organizer, viewport: desk });
  await organizer.getByRole('button', { name: 'Remind 3 units' }).click();
  await organizer.getByText('3 messages are on their way').waitFor();
  await organizer.getByRole('button', { name: 'Return the list: 东县' }).click();
  const dialog = organizer.getByRole('dialog');
  await dialog.getByLabel('Why it is returned').fill('Two are missing.');
  await dialog.getByRole('button', { name: 'Return', exact: true }).click();
  await organizer.getByRole('button', { name: 'Remind 4 units' }).waitFor();
  await page.reload();
  await page.getByText('Two are missing.').waitFor();
});

test('the organizers change a quota, and word a rule as their regulations do', async () => {
  const { world } = laurel;
  const tree = await openTree();
  const { competition, counties } = tree;
  const setup = await laurel.visit(`/organize/${competition.slug}/setup/units`, { as: competition.organizer });
  const quotas = setup.getByRole('main').getByLabel('Entries', { exact: true });
  await quotas.first().fill('5');
  await setup.getByRole('button', { name: 'Save', exact: true }).tap();
  await expect
    .poll(
      async () =>
        (await sql<{ quota: number }>(world, 'select quota from sending_units where id = ?', [tree.province.id]))[0]
          ?.quota,
    )
    .toBe(5);

  const clauses = `/organize/${competition.slug}/setup/clauses`;
  expect(await complaintsAbout(laurel, [clauses], { language: 'zh-CN', as: competition.organizer })).toEqual({});
  await setup.goto(clauses);
  const skipping = setup.getByRole('listitem').filter({ hasText: 'Skipping a level' });
  await skipping.getByLabel('Clause (English)').fill('Article 7: nominations go up level by level.');
  await setup.getByRole('button', { name: 'Save', exact: true }).tap();
  await setup.getByText('Saved.').waitFor();
  const page = await laurel.visit(`/c/${competition.slug}/nominations/${counties[0].id}`, { as: counties[0].member });
  await page.getByText('The rules of nominations').tap();
  await page.getByText('Article 7: nominations go up level by level.').waitFor();
});
