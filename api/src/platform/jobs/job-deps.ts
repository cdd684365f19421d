import type { Logger } from 'pino';
import type { Context, Viewer } from '../../core/context.ts';
import type { Locale } from '../../core/locale.ts';
import type { Mailer } from '../mail/index.ts';
import type { ResultStore } from './result-store.ts';

/** What work in the background stands on. */
export interface JobDeps {
  /** A context of its own each time: as a person, or as the operator of the installation. */
  contextOf: (viewer: Viewer | null, locale?: Locale) => Context;
  mailer: Mailer;
  results: ResultStore;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Without a slash at the end; what links in mails begin with. */
  publicUrl: string;
}

/** Work without a row of its own that anybody watches: a mail on its way, a look at the clock. */
export interface Task {
  name: string;
  run: (deps: JobDeps, payload: Record<string, unknown>) => Promise<void>;
  /** When it is done by itself, as in a crontab and in UTC. Of several servers one does it. */
  schedule?: string;
}
