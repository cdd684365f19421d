import { createHmac } from 'node:crypto';
import { phoneNumber } from 'better-auth/plugins';
import { localeOf } from '../../../core/locale.ts';
import type { SmsSender } from '../../mail/index.ts';
import { message } from '../../../core/messages.ts';

/** The phone plugin would store codes as they are; auth.ts hashes what is stored, auth-routes.ts what is entered. */
export const codeHash = (secret: string, code: string): string =>
  createHmac('sha256', secret).update(`phone-code/${code}`).digest('base64url');

/** How the plugin writes a new code: six digits and the number of tries so far. */
const plainCode = /^(\d{6}):(\d+)$/;

export function withHashedCode<T extends { value: string }>(secret: string, verification: T): T {
  const [, code, tries] = plainCode.exec(verification.value) ?? [];
  return code === undefined ? verification : { ...verification, value: `${codeHash(secret, code)}:${tries}` };
}

export const phoneCodes = (options: {
  sms: SmsSender;
  expiresIn: number;
  allowedAttempts: number;
  placeholder: (what: string) => string;
}) =>
  phoneNumber({
    otpLength: 6,
    expiresIn: options.expiresIn,
    allowedAttempts: options.allowedAttempts,
    async sendOTP({ phoneNumber: to, code }, context) {
      const language = localeOf(context?.headers?.get('accept-language') ?? undefined);
      await options.sms.send({ to, code, language, text: message(language, 'sms.signIn', { code }) });
    },
    signUpOnVerification: {
      getTempEmail: (number) => options.placeholder(`phone:${number}`),
      getTempName: () => '',
    },
    schema: { user: { fields: { phoneNumber: 'phone_number', phoneNumberVerified: 'phone_number_verified' } } },
  });
