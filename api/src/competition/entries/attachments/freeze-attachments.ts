import type { EntityManager } from '@mikro-orm/postgresql';
import { isId } from '../../../core/graphql/refusals.ts';
import { newId } from '../../../core/graphql/node.ts';

/** The answer to a question that asks for a file. */
interface FileAnswer {
  question: string;
  uploadId: string;
}

/** A file that goes with a hand-in. */
export interface FileToFreeze {
  id: string;
  name: string;
  sha256: string;
  captionZh: string | null;
  captionEn: string | null;
  question: string | null;
}

/** The pictures and documents of a project as they stand, and those of the named answers that are there; in order, held. */
export async function filesToFreeze(
  em: EntityManager,
  projectId: string,
  answers: readonly FileAnswer[],
): Promise<FileToFreeze[]> {
  const named = answers.filter(({ uploadId }) => isId(uploadId));
  return await em.execute<FileToFreeze[]>(
    `select u.id, u.name, u.sha256, u.caption_zh as "captionZh", u.caption_en as "captionEn", a.question from uploads u
     left join jsonb_to_recordset(?::jsonb) as a(question text, "uploadId" uuid) on a."uploadId" = u.id and u.purpose = 'ANSWER'
     where u.project_id = ? and u.state = 'READY' and (u.purpose <> 'ANSWER' or a.question is not null)
     order by a.question nulls first, u.ordinal, u.id for share of u`,
    [JSON.stringify(named), projectId],
  );
}

/**
 * Freezes files with one revision of an entry. To be called in the transaction that writes the revision, when the row of
 * the entry is there. One file may answer several questions; it is frozen once for each.
 */
export async function freezeAttachments(
  em: EntityManager,
  { entryId, revision }: { entryId: string; revision: number },
  files: readonly FileToFreeze[],
): Promise<void> {
  if (files.length === 0) return;
  await em.execute(
    `insert into entry_attachments (id, entry_id, revision, upload_id, ordinal, question, caption_zh, caption_en)
     values ${files.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    files.flatMap(({ id, question, captionZh, captionEn }, ordinal) => [
      newId(),
      entryId,
      revision,
      id,
      ordinal,
      question,
      captionZh,
      captionEn,
    ]),
  );
}
