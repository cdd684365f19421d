import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

type Headers = Record<string, string>;

/** Whatever an answer is, it is what it says it is, for our own pages, and by TLS where we have it. */
const ofData = new Set(['x-content-type-options', 'cross-origin-resource-policy', 'strict-transport-security']);

/**
 * The headers that keep browsers from doing with our pages what they should not, as helmet sets them. They are the same
 * for every answer, so helmet is asked once: working the policy out anew for every request cost a twentieth of a vote.
 */
export function securityHeaders(
  publicUrl: string,
  uploadOrigin: string | null,
): { forPages: Headers; forData: Headers } {
  const isSecure = publicUrl.startsWith('https:');
  const headers: Headers = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Where files go to a bucket, pages send them there.
        connectSrc: ["'self'", ...(uploadOrigin ? [uploadOrigin] : [])],
        imgSrc: ["'self'", 'data:', 'blob:'],
        upgradeInsecureRequests: isSecure ? [] : null,
      },
    },
    hsts: isSecure,
  })({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error instanceof Error) throw error;
  });
  // Of those that say what a page may do, none says anything about an answer to a script; they are most of the bytes.
  const forData = Object.fromEntries(Object.entries(headers).filter(([name]) => ofData.has(name)));
  return { forPages: headers, forData };
}
