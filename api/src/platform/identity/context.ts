import type { SignInMethods } from './sign-in/sign-in-methods.ts';

declare module '../../core/context.ts' {
  interface Context {
    /** How people can sign in here; without it, by e-mail. */
    signInMethods?: SignInMethods | undefined;
  }
}
