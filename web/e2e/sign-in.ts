import type { BrowserContext, Page } from 'playwright-core';

const words = {
  en: { email: 'E-mail', send: 'Send the code', code: 'Six-digit code', signIn: 'Sign in' },
  'zh-CN': { email: '电子邮箱', send: '发送验证码', code: '六位验证码', signIn: '登录' },
};

/** From the sign-in page on, as a person does it: address, mail, code. */
export async function signIn(page: Page, email: string, language: keyof typeof words = 'en'): Promise<void> {
  const said = words[language];
  await page.getByRole('textbox', { name: said.email }).fill(email);
  await page.getByRole('button', { name: said.send }).click();
  const box = page.getByRole('textbox', { name: said.code });
  await box.waitFor();
  const mailbox = await page.context().newPage();
  await mailbox.goto('/dev/mail');
  // Other mail may have come to the same mailbox meanwhile.
  const newest = mailbox
    .getByRole('article')
    .filter({ hasText: email })
    .filter({ hasText: /\b\d{6}\b/ })
    .first();
  const code = /\d{6}/.exec(await newest.getByRole('heading').innerText())?.[0] ?? '';
  await mailbox.close();
  // The sixth digit signs in.
  await box.fill(code);
  await box.waitFor({ state: 'detached' });
}

/** The same by requests alone, for journeys that begin behind the door. */
export async function signInWithCode({ request }: BrowserContext, email: string): Promise<void> {
  const post = async (path: string, data: object) => {
    const response = await request.post(`/api/auth/${path}`, { data });
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  };
  await post('email-otp/send-verification-otp', { email, type: 'sign-in' });
  const mails = (await (await request.get('/dev/mail')).text()).split('<article>');
  const isCode = (mail: string) => /<h2>[^<]*\b\d{6}\b/.test(mail);
  const newest = mails.find((mail) => mail.includes(`to <strong>${email}<`) && isCode(mail)) ?? '';
  await post('sign-in/email-otp', { email, otp: /\d{6}/.exec(newest)?.[0] });
}
