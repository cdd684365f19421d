import { expect, test } from 'vitest';
import { makeCompetition, makeEntry } from '../../api/src/test/factories.ts';
import { desk, startLaurel } from './laurel.ts';

const laurel = startLaurel();

test('an organizer puts a message into their own words and sees what became of those that were sent', async () => {
  const { world } = laurel;
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition, { isAccepted: false, title: '晨光课堂' });
  const as = competition.organizer;
  const page = await laurel.visit(`/organize/${competition.slug}/messages`, { as, viewport: desk, language: 'zh-CN' });
  // Nobody sends it: the server does, moments after the entry is in.
  await page.getByText('已发出', { exact: true }).first().waitFor();
  await page.getByText('收件人 p***@example.org').waitFor();

  await page.getByRole('link', { name: /参赛项目已受理/ }).click();
  const preview = page.getByRole('complementary', { name: '预览' });
  await preview.getByText('参赛项目已受理：银龄守护').waitFor();
  await page.getByRole('textbox', { name: '标题' }).fill('恭喜入选！');
  await page.getByRole('button', { name: '插入{title}' }).click();
  await page.getByRole('textbox', { name: '正文' }).fill('编号{numbr}');
  await preview.getByText('这类通知没有 {numbr}，请删去或改正名称。').waitFor();
  await page.getByRole('button', { name: '保存措辞' }).click();
  await page.getByRole('alert').getByText('没有 {numbr}').waitFor();
  await page.getByRole('textbox', { name: '正文' }).fill('编号{number}\n');
  await page.getByRole('button', { name: '插入{link}' }).click();
  await preview.getByText('编号128').waitFor();
  await page.getByRole('button', { name: '保存措辞' }).click();
  await page.getByText('已保存。').waitFor();

  const accept = 'mutation ($input: DecideEntryInput!) { decideEntry(input: $input) { __typename } }';
  await world.run(competition.organizer, accept, { input: { entryId: entry.id, verdict: 'ACCEPT' } });
  const mailbox = await page.context().newPage();
  await expect
    .poll(async () => {
      await mailbox.goto('/dev/mail');
      return await mailbox.getByRole('heading', { name: '恭喜入选！晨光课堂' }).count();
    })
    .toBe(1);

  // A mail server that said no, as the worker would have left it.
  await world.orm.em
    .fork()
    .execute(
      "insert into messages select gen_random_uuid(), kind, user_id, email, locale, params, competition_id, subject_type, subject_id, 'FAILED', 8, 'REFUSED', 550, null, created_at, null from messages limit 1",
    );
  await page.goto(`/organize/${competition.slug}/messages?state=FAILED`);
  await page.getByText('邮件服务器拒收：邮箱可能不存在或已满。（服务器应答 550）').waitFor();
  await page.getByRole('button', { name: /重新发送给/ }).click();
  await page.getByText('没有发送失败的通知').waitFor();
});
