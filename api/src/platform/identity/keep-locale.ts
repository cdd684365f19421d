import type { Pool } from 'pg';
import type { Viewer } from '../../core/context.ts';
import { localeOf } from '../../core/locale.ts';

const writeEveryMs = 2000;

/**
 * Remembers in which language people last used Laurel, for what is written to them later. Nothing is asked: the session
 * knows what is stored, and changes are written together.
 */
export class KeepLocale {
  readonly #pool: Pick<Pool, 'query'>;
  readonly #onError: (error: unknown) => void;
  #waiting = new Map<string, string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(pool: Pick<Pool, 'query'>, onError: (error: unknown) => void) {
    this.#pool = pool;
    this.#onError = onError;
  }

  note(viewer: Viewer | null, acceptLanguage: string | undefined): void {
    // A program that names no language has not chosen one.
    if (!viewer || !acceptLanguage) return;
    const locale = localeOf(acceptLanguage);
    if (viewer.locale === locale) return;
    viewer.locale = locale;
    this.#waiting.set(viewer.id, locale);
    this.#timer ??= setTimeout(() => void this.write(), writeEveryMs).unref();
  }

  async write(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = this.#waiting;
    if (batch.size === 0) return;
    this.#waiting = new Map();
    try {
      await this.#pool.query(
        `update users u set locale = said.locale from unnest($1::uuid[], $2::text[]) as said(id, locale)
         where u.id = said.id and u.locale is distinct from said.locale`,
        [[...batch.keys()], [...batch.values()]],
      );
    } catch (error) {
      // The next request of a later session says it again.
      this.#onError(error);
    }
  }
}
