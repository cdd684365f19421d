import type { DevMailbox } from './mailer.ts';

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The page at /dev/mail: the last hundred mails, newest first. */
export function devMailPage(mailbox: DevMailbox): string {
  const mails = mailbox.kept.map(
    (mail) => `<article><h2>${escape(mail.subject)}</h2>
<p>to <strong>${escape(mail.to)}</strong> at <time>${mail.sentAt.toISOString()}</time></p>
<pre>${escape(mail.text)}</pre></article>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Laurel: mail on this machine</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;background:#FBFAF6;color:#1D2A26}
article{border:1px solid #d9d6cb;border-radius:10px;padding:1rem;margin:1rem 0;background:#fff}h2{font-size:1.1rem;margin:0}
pre{white-space:pre-wrap;font:inherit}</style>
<h1>Mail on this machine</h1><p>No SMTP server is configured, so mail stays here. Newest first; reload for more.</p>
${mails.join('\n') || '<p>Nothing has been sent yet.</p>'}</html>`;
}
