import type { VoteGuard } from './votes/vote-guard.ts';

declare module '../../core/context.ts' {
  interface Context {
    /** Decides what is needed before a vote may go on; without one, nothing is. */
    voteGuard?: VoteGuard | undefined;
  }
}
