/** The value of a cookie in a `Cookie` header; the first of that name, as the sign-in library reads it. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined;
  for (let start = 0; start < header.length;) {
    const semicolon = header.indexOf(';', start);
    const end = semicolon < 0 ? header.length : semicolon;
    const equals = header.indexOf('=', start);
    if (equals >= 0 && equals < end && header.slice(start, equals).trim() === name) {
      return decoded(header.slice(equals + 1, end).trim());
    }
    start = end + 1;
  }
  return undefined;
}

function decoded(value: string): string {
  const bare = value.startsWith('"') ? value.slice(1, -1) : value;
  if (!bare.includes('%')) return bare;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

interface CookieOptions {
  maxAgeSeconds: number;
  isSecure: boolean;
}

/** Out of reach for scripts, and not sent along by other sites' forms. */
export const setCookie = (name: string, value: string, { maxAgeSeconds, isSecure }: CookieOptions): string =>
  `${name}=${value}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
