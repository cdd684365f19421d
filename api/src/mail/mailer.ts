import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export const smtpMailer = (smtpUrl: string, from: string): Mailer => {
  const transport = createTransport(smtpUrl);
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail });
    },
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
