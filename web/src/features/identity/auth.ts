/** What may go wrong at the door, as the sign-in page words it. */
type AuthProblem =
  | 'INVALID_EMAIL'
  | 'INVALID_PHONE_NUMBER'
  | 'PHONE_COUNTRY'
  | 'PHONE_NOT_AVAILABLE'
  | 'INVALID_OTP'
  | 'OTP_EXPIRED'
  | 'TOO_MANY_ATTEMPTS'
  | 'TOO_MANY_REQUESTS'
  | 'PROVIDER'
  | 'OFFLINE'
  | 'UNKNOWN';

export class AuthError extends Error {
  readonly problem: AuthProblem;
  /** After how many minutes it may work. */
  readonly minutes: number;

  constructor(problem: AuthProblem, minutes = 1) {
    super(problem);
    this.problem = problem;
    this.minutes = minutes;
  }
}

function problemOf(status: number, code: unknown): AuthProblem {
  switch (code) {
    case 'INVALID_OTP':
    case 'OTP_EXPIRED':
    case 'TOO_MANY_ATTEMPTS':
    case 'INVALID_EMAIL':
    case 'INVALID_PHONE_NUMBER':
    case 'PHONE_COUNTRY':
    case 'PHONE_NOT_AVAILABLE':
      return code;
    // Used already, or out of time and tidied away.
    case 'OTP_NOT_FOUND':
      return 'OTP_EXPIRED';
    default:
      if (status === 429) return 'TOO_MANY_REQUESTS';
      return status >= 502 ? 'OFFLINE' : 'UNKNOWN';
  }
}

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': document.documentElement.lang,
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new AuthError('OFFLINE');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
  const seconds = Number(response.headers.get('Retry-After')) || 60;
  throw new AuthError(problemOf(response.status, code), Math.ceil(seconds / 60));
}

/** Digits and what people put between them; everything else is meant as an e-mail address. */
const isPhone = (to: string) => /^\+?[\d\s().-]+$/.test(to.normalize('NFKC'));

/** Whether it is worth sending; the server looks closer. */
export const canBeSentTo = (to: string): boolean =>
  isPhone(to) ? to.normalize('NFKC').replace(/\D/g, '').length >= 7 : /^\S+@\S+\.\S+$/.test(to);

/** To a mailbox or a phone, as `to` reads. */
export const sendCode = (to: string): Promise<unknown> =>
  isPhone(to)
    ? post('phone-number/send-otp', { phoneNumber: to })
    : post('email-otp/send-verification-otp', { email: to, type: 'sign-in' });

export const signIn = (to: string, code: string): Promise<unknown> =>
  isPhone(to)
    ? post('phone-number/verify', { phoneNumber: to, code })
    : post('sign-in/email-otp', { email: to, otp: code });

/** Where the provider asks who somebody is; it sends them back to `next`. */
export async function addressOf(provider: string, next: string): Promise<string> {
  const answer = await post('sign-in/social', { provider, next });
  const url = typeof answer === 'object' && answer !== null && 'url' in answer ? answer.url : undefined;
  if (typeof url !== 'string' || !/^https?:/.test(url)) throw new AuthError('PROVIDER');
  return url;
}

/** In development no mail leaves the machine; the API shows it on a page instead. */
export async function hasMailbox(): Promise<boolean> {
  try {
    return (await fetch('/dev/mail', { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}
