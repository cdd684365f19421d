/** What may go wrong at the door, as the sign-in page words it. */
export type AuthProblem =
  'INVALID_EMAIL' | 'INVALID_OTP' | 'OTP_EXPIRED' | 'TOO_MANY_ATTEMPTS' | 'TOO_MANY_REQUESTS' | 'OFFLINE' | 'UNKNOWN';

export class AuthError extends Error {
  readonly problem: AuthProblem;

  constructor(problem: AuthProblem) {
    super(problem);
    this.problem = problem;
  }
}

function problemOf(status: number, code: unknown): AuthProblem {
  switch (code) {
    case 'INVALID_OTP':
    case 'OTP_EXPIRED':
    case 'TOO_MANY_ATTEMPTS':
    case 'INVALID_EMAIL':
      return code;
    default:
      if (status === 429) return 'TOO_MANY_REQUESTS';
      return status >= 502 ? 'OFFLINE' : 'UNKNOWN';
  }
}

async function post(path: string, body: object): Promise<void> {
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
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => null);
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
  throw new AuthError(problemOf(response.status, code));
}

export const sendCode = (email: string) => post('email-otp/send-verification-otp', { email, type: 'sign-in' });

export const signIn = (email: string, otp: string) => post('sign-in/email-otp', { email, otp });

export const signOut = () => post('sign-out', {});

/** In development no mail leaves the machine; the API shows it on a page instead. */
export async function hasMailbox(): Promise<boolean> {
  try {
    return (await fetch('/dev/mail', { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}
