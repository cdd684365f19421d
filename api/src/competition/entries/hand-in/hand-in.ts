import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { hashOfText, textOfEntry, type EntryContent } from '../content.ts';
import type { Entry } from '../entry.entity.ts';
import { EntryRevision, type HandInTiming } from '../revision.entity.ts';

/** Keeps what is handed in, with its text and the hash of that; PostgreSQL holds the three to each other. */
export function keepHandIn(
  context: Context,
  em: EntityManager,
  entry: Entry,
  content: EntryContent,
  timing: HandInTiming,
): EntryRevision {
  const text = textOfEntry(content);
  return em.create(EntryRevision, {
    entry,
    revision: content.revision,
    content,
    text,
    sha256: hashOfText(text),
    submittedAt: entry.submittedAt,
    timing,
    submittedBy: context.viewer?.id ?? null,
  });
}
