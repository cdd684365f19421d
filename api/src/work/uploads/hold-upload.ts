import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { assertMember } from '../projects/index.ts';
import { Upload } from './upload.entity.ts';

/** An upload of an organization the viewer is a member of. Throws NOT_FOUND for everything else. */
export async function findUpload(context: Context, uploadId: string): Promise<Upload> {
  const upload = isId(uploadId) ? await context.em.findOne(Upload, { id: uploadId }) : null;
  if (!upload) throw notFound(context);
  await assertMember(context, upload.organization.id);
  return upload;
}

/** The same, its row held until the transaction ends; nobody else can hold it up. */
export async function holdUpload(context: Context, em: EntityManager, uploadId: string): Promise<Upload> {
  const upload = await findUpload(context, uploadId);
  return await em.refreshOrFail(upload, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
