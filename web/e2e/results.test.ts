import { expect, test } from 'vitest';
import { makeEntry, makeJudges } from '../../api/src/test/factories.ts';
import { endStages, markEntries, openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';

const laurel = startLaurel();

test('when all stages are over the organizer publishes, and visitors see podium and standings in both languages', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const marks = new Map<string, string>();
  for (const [title, mark] of [
    ['第四', '6'],
    ['第一', '9.5'],
    ['第三', '7'],
    ['第二', '8'],
  ] as const) {
    const { id } = await makeEntry(world, competition, { title });
    marks.set(id, mark);
  }
  await makeJudges(world, competition, 2);
  await markEntries(world, competition, marks);

  const results = `/c/${competition.slug}/results`;
  const waiting = await laurel.visit(results);
  await waiting.getByText('The results are not out yet').waitFor();
  await endStages(world, competition);

  const organizer = await laurel.visit(`/organize/${competition.slug}`, { as: competition.organizer, viewport: desk });
  await organizer.getByText('Every stage is over and every sheet is in.').waitFor();
  await organizer.getByRole('link', { name: 'Publish results' }).click();
  await organizer.getByRole('button', { name: 'Publish results' }).click();
  const dialog = organizer.getByRole('dialog', { name: /Publish the results of Test competition/ });
  await dialog.getByRole('button', { name: 'Publish results' }).click();
  await organizer.getByText('The results are published.').waitFor();

  for (const [language, title, award, score] of [
    ['en', (name: string) => `${name} in English`, 'First prize', 'Score 95.00'],
    ['zh-CN', (name: string) => name, '一等项目', '得分 95.00'],
  ] as const) {
    const visitor = await laurel.visit(results, { language });
    const [podium, others] = [visitor.getByRole('list').filter({ hasText: score }), visitor.getByRole('list').last()];
    const places = podium.getByRole('listitem');
    await places
      .filter({ hasText: title('第一') })
      .getByText(award)
      .waitFor();
    expect(await places.getByRole('heading').allInnerTexts()).toEqual(['第一', '第二', '第三'].map(title));
    await others.getByRole('link', { name: title('第四') }).waitFor();
    await others.getByText('60.00').waitFor();
  }
  await waiting.reload();
  await waiting.getByText('Score 95.00').waitFor();
});
