import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Of the message it is: mail programs show two mails with the same one as one. */
  id?: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
  close?(): void;
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export const smtpMailer = (smtpUrl: string, from: string): Mailer => {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 3, ...timeouts });
  const host = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'laurel';
  return {
    async send({ to, id, ...mail }) {
      // As an object, so that whatever stands in it is one address.
      const address = { name: '', address: to };
      await transport.sendMail({ from, to: address, ...mail, ...(id && { messageId: `<${id}@${host}>` }) });
    },
    close: () => transport.close(),
  };
};

/** Where no SMTP server is named: mail is printed and shown at /dev/mail, on this machine only. */
export class DevMailbox implements Mailer {
  readonly kept: (Mail & { sentAt: Date })[] = [];

  async send(mail: Mail): Promise<void> {
    this.kept.unshift({ ...mail, sentAt: new Date() });
    this.kept.splice(100);
    process.stderr.write(`mail to ${mail.to}: ${mail.subject}\n`);
  }
}
