import type { Viewer } from '../../core/context.ts';
import { canonicalEmail } from './sign-in/canonical-email.ts';

/** How somebody signed in, and the key under which they are the same person each time. */
interface Identity {
  level: 'EMAIL' | 'PHONE' | 'OIDC';
  key: string;
}

/**
 * An account has exactly one identity from its first day on (accounts are never joined), so that nobody becomes a
 * second voter by adding a phone or a login to an account that has voted.
 */
export function identityOf(viewer: Pick<Viewer, 'email' | 'phone' | 'oidc'>): Identity {
  if (viewer.oidc) return { level: 'OIDC', key: `oidc:${viewer.oidc}` };
  if (viewer.phone) return { level: 'PHONE', key: `phone:${viewer.phone}` };
  return { level: 'EMAIL', key: `email:${canonicalEmail(viewer.email) ?? viewer.email.trim().toLowerCase()}` };
}

/** Accounts without a mailbox still need an address that is theirs alone; `.invalid` never receives mail (RFC 2606). */
export const placeholderDomain = 'account.invalid';

/** The address people know as theirs: none for those who came by phone or by another login. */
export const shownEmail = ({ email }: Pick<Viewer, 'email'>): string | null =>
  email.endsWith(`@${placeholderDomain}`) ? null : email;
