import type { BetterAuthOptions } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import type { SignInProvider } from './sign-in-settings.ts';

/** What providers say of a person, as far as we listen: the name to greet them with. */
interface Profile {
  name?: unknown;
  nickname?: unknown;
}

/** Who is not named there is greeted by the name of the login. */
function nameIn({ name, nickname }: Profile, provider: SignInProvider): string {
  const given = [name, nickname].find((value): value is string => typeof value === 'string' && value.trim() !== '');
  return (given ?? provider.name.zh).slice(0, 100);
}

/** Empty, which the library refuses, where the provider does not say who somebody is. */
function subjectIn(profile: Record<string, unknown>, field: string): string {
  const subject = profile[field];
  return typeof subject === 'string' || typeof subject === 'number' ? String(subject) : '';
}

/**
 * Whoever comes by another login is known by its subject alone. The address the provider tells is not taken: it would
 * let that login into the account of the mailbox, and one person would be two voters, one before and one after.
 */
const profileOf =
  (placeholder: (what: string) => string, provider: SignInProvider) =>
  (profile: Profile & Record<string, unknown>) => ({
    email: placeholder(`${provider.id}:${subjectIn(profile, provider.subject)}`),
    emailVerified: false,
    name: nameIn(profile, provider),
    image: undefined,
  });

/** OpenID Connect by discovery, where ID tokens are verified; or OAuth 2.0 with the three addresses given. */
export const otherLogins = (providers: SignInProvider[], placeholder: (what: string) => string) =>
  genericOAuth({
    config: providers
      .filter((one) => !isWeChat(one))
      .map((one) => ({
        providerId: one.id,
        clientId: one.clientId,
        ...(one.clientSecret && { clientSecret: one.clientSecret }),
        ...(one.discoveryUrl
          ? { discoveryUrl: one.discoveryUrl, requireIdTokenVerification: true }
          : {
              authorizationUrl: one.authorizationUrl,
              tokenUrl: one.tokenUrl,
              userInfoUrl: one.userInfoUrl,
              accountSubject: ({ profile }: { profile: Record<string, unknown> }) => subjectIn(profile, one.subject),
            }),
        scopes: one.scopes ?? (one.discoveryUrl ? ['openid', 'profile'] : []),
        disableProviderLogout: true,
        mapProfileToUser: profileOf(placeholder, one),
      })),
  });

/** WeChat speaks an OAuth of its own, which the sign-in library knows. */
const isWeChat = ({ id, authorizationUrl, discoveryUrl }: SignInProvider): boolean =>
  id === 'wechat' && !authorizationUrl && !discoveryUrl;

export function weChat(
  providers: SignInProvider[],
  placeholder: (what: string) => string,
): NonNullable<BetterAuthOptions['socialProviders']> {
  const configured = providers.find(isWeChat);
  if (!configured) return {};
  const { clientId, clientSecret = '' } = configured;
  return {
    wechat: {
      clientId,
      clientSecret,
      mapProfileToUser: ({ unionid, openid, nickname }) => ({
        email: placeholder(`wechat:${unionid ?? openid}`),
        emailVerified: false,
        name: nameIn({ nickname }, configured),
        image: undefined,
      }),
    },
  };
}
