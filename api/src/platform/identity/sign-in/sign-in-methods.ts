import type { Bilingual } from '../../../core/graphql/localized-text.ts';

/** What this installation lets people sign in with, besides e-mail, which is always there. */
export interface SignInMethods {
  hasPhone: boolean;
  providers: { slug: string; name: Bilingual }[];
}

export const emailOnly: SignInMethods = { hasPhone: false, providers: [] };
