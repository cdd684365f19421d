import { z } from 'zod';

const isLoopback = (url: URL) => /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(url.hostname);

const secureUrl = z.string().refine(
  (text) => {
    const url = URL.parse(text);
    return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)));
  },
  { error: 'must begin with https://' },
);

const provider = z
  .strictObject({
    /** Part of the key under which people vote: it must never change. */
    id: z.string().regex(/^(?!credential$)[a-z][a-z\d-]{0,30}$/, 'must be a short word in small letters'),
    name: z.strictObject({ zh: z.string().min(1).max(40), en: z.string().min(1).max(40) }),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    /** OpenID Connect: ID tokens are verified against the keys that the provider publishes. */
    discoveryUrl: secureUrl.optional(),
    /** OAuth 2.0 without discovery: all three, and which field of the answer names the person. */
    authorizationUrl: secureUrl.optional(),
    tokenUrl: secureUrl.optional(),
    userInfoUrl: secureUrl.optional(),
    subject: z.string().min(1).default('sub'),
    scopes: z.array(z.string().regex(/^\S+$/)).optional(),
  })
  .refine(
    ({ id, discoveryUrl, authorizationUrl, tokenUrl, userInfoUrl }) =>
      id === 'wechat' || discoveryUrl || (authorizationUrl && tokenUrl && userInfoUrl),
    'needs discoveryUrl, or authorizationUrl, tokenUrl and userInfoUrl; only wechat is known without',
  );

/** A login of somebody else's (an organization's own, WeChat) through which people may sign in. */
export type SignInProvider = z.output<typeof provider>;

const providers = z
  .array(provider)
  .max(10)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'has the same id twice');

/** The list in a variable's text; what is wrong with it goes to the issues of the variable. */
export const providersIn = z.string().transform((text, context): SignInProvider[] => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    context.addIssue('must be a list in JSON');
    return z.NEVER;
  }
  const parsed = providers.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  context.addIssue(`must be a list of whole providers; ${issue?.path.join('.')}: ${issue?.message}`);
  return z.NEVER;
});
