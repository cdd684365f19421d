import { problemBefore } from '@laurel/schema/files';
import { limits } from '@laurel/schema/limits';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { make } from '../../core/graphql/user-error.ts';
import { assertMember, Project } from '../projects/index.ts';
import { storageOf } from './storage-of.ts';
import { unfitFile, uploadLimit } from './unfit-file.ts';
import { Upload } from './upload.entity.ts';
import { addressLastsSeconds, limitReached } from './upload.policy.ts';
import { holdingsOf } from './upload.queries.ts';
import {
  BeginUploadSuccess,
  type BeginUploadInput,
  type UnfitFileError,
  type UploadLimitError,
} from './upload.types.ts';

/** Gives out an address for one file. Nothing is sent for a file that would not be taken. */
export async function beginUpload(
  context: Context,
  input: BeginUploadInput,
): Promise<BeginUploadSuccess | UnfitFileError | UploadLimitError> {
  const storage = storageOf(context);
  if (!isId(input.projectId)) throw notFound(context);
  const now = context.clock.now();
  const begun = await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: input.projectId });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    const problem = problemBefore(input.purpose, input, limits.fileName);
    if (problem) return unfitFile(context, problem);
    const personId = context.viewer?.id ?? null;
    const limit = limitReached(input.purpose, input.size, await holdingsOf(em, project.id, { personId, now }));
    if (limit) return uploadLimit(context, limit);
    return em.create(Upload, {
      organization: project.organization,
      project,
      purpose: input.purpose,
      name: input.name,
      declaredSize: input.size,
      declaredType: input.type,
      caption: LocalizedText.of({}),
      uploadedBy: personId,
      createdAt: now,
    });
  });
  if (!(begun instanceof Upload)) return begun;
  const expiresAt = new Date(now.getTime() + addressLastsSeconds * 1000);
  const { url, method, headers } = await storage.addressFor({
    id: begun.id,
    size: begun.declaredSize,
    type: begun.declaredType,
    expiresAt,
    validSeconds: addressLastsSeconds,
  });
  return make(BeginUploadSuccess, {
    uploadId: begun.id,
    url,
    method,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    expiresAt,
  });
}
