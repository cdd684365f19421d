import type { EntityManager } from '@mikro-orm/postgresql';
import type { Project } from './project.entity.ts';
import { ProjectRevision } from './section.entity.ts';

const minutes = 5;
const characters = 200;

interface Kept {
  text: string;
  begunAt: Date;
  savedById: string | null;
}

/** How many characters of a text are gone from the next one, counted between what they begin and end with alike. */
export function takenAway(before: string, after: string): number {
  const [old, now] = [Array.from(before), Array.from(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) {
    tail += 1;
  }
  return old.length - head - tail;
}

/**
 * Whether a save takes the place of the kept version before it instead of standing beside it: by the same person, within
 * five minutes, and taking little away. What another person wrote is always kept, and so is a page somebody deleted.
 */
export function joinsKept(kept: Kept, next: { text: string; savedAt: Date; savedById: string | null }): boolean {
  return (
    kept.savedById !== null &&
    kept.savedById === next.savedById &&
    next.savedAt.getTime() - kept.begunAt.getTime() < minutes * 60_000 &&
    takenAway(kept.text, next.text) < characters
  );
}

interface Version {
  project: Project;
  key: string;
  version: number;
  text: string;
  savedAt: Date;
  savedById: string | null;
}

/** Keeps what was just saved in the history of its project, in the transaction that saves it. */
export async function keepRevision(em: EntityManager, next: Version): Promise<void> {
  const { project, key, version, text, savedAt, savedById } = next;
  const kept = await em.findOne(ProjectRevision, { project, key }, { orderBy: { version: 'desc' } });
  if (kept && joinsKept({ text: kept.text, begunAt: kept.begunAt, savedById: kept.savedBy?.id ?? null }, next)) {
    em.assign(kept, { version, text, savedAt });
  } else {
    em.create(ProjectRevision, { project, key, version, text, begunAt: savedAt, savedAt, savedBy: savedById });
  }
}
