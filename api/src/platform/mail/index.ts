export { devMailPage } from './dev-mail-page.ts';
export { DevMailbox, smtpMailer, type Mail, type Mailer } from './mailer.ts';
export { gatewaySms, mailboxSms, type SmsSender } from './sms.ts';
