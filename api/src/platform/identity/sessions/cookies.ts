import { parseCookie, stringifySetCookie } from 'cookie';

/** The value of a cookie in a `Cookie` header; the first of that name, as better-auth reads it. */
export const cookieOf = (header: string | undefined, name: string): string | undefined =>
  header ? parseCookie(header)[name] : undefined;

/** Out of reach for scripts, and not sent along by other sites' forms. */
export const setCookie = (name: string, value: string, maxAge: number, secure: boolean): string =>
  stringifySetCookie({ name, value, maxAge, path: '/', httpOnly: true, sameSite: 'lax', secure });
