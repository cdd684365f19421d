import type { Storage } from './storage.ts';

declare module '../../core/context.ts' {
  interface Context {
    /** Where files lie; the command line has none. */
    storage?: Storage | undefined;
  }
}
