import type { Locale } from '../../core/locale.ts';
import type { Mailer } from './mailer.ts';

interface TextMessage {
  /** E.164. */
  to: string;
  text: string;
  /** The code by itself, for carriers that allow nothing but registered templates. */
  code: string;
  language: Locale;
}

/** What sends text messages. Another carrier is another function of this shape. */
export interface SmsSender {
  send(message: TextMessage): Promise<void>;
}

/** A gateway that takes each message as a JSON of its own; user and password in the address become basic auth. */
export function gatewaySms(gateway: string): SmsSender {
  const url = new URL(gateway);
  const credentials = [url.username, url.password].map(decodeURIComponent).join(':');
  url.username = '';
  url.password = '';
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (credentials !== ':') headers.authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return {
    async send(message) {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      });
      // What it answers may repeat the number, and numbers do not belong in logs.
      if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
      await response.body?.cancel();
    },
  };
}

/** Where no gateway is named, messages are shown with the mail of this machine. */
export const mailboxSms = (mailbox: Mailer): SmsSender => ({
  send: ({ to, text }) => mailbox.send({ to, subject: text, text }),
});
