import { orderAttachmentsInput } from '@laurel/schema/inputs';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { parseInput } from '../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../core/graphql/user-error.ts';
import { assertMember, Project } from '../projects/index.ts';
import { Upload, UploadState } from './upload.entity.ts';
import { OrderAttachmentsSuccess, type OrderAttachmentsInput } from './upload.types.ts';

/** Puts the files of a project in order; the first picture is the cover. */
export async function orderAttachments(
  context: Context,
  input: OrderAttachmentsInput,
): Promise<OrderAttachmentsSuccess | InvalidInputError> {
  if (!isId(input.projectId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const project = await em.findOne(Project, { id: input.projectId });
    if (!project) throw notFound(context);
    await assertMember(inside, project.organization.id);
    const parsed = parseInput(context, orderAttachmentsInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const uploads = await em.find(
      Upload,
      { project, state: UploadState.READY },
      { orderBy: { ordinal: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const place = new Map(input.uploadIds.map((id, index) => [id, index]));
    const last = input.uploadIds.length;
    const ordered = uploads.toSorted((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
    for (const [index, upload] of ordered.entries()) upload.ordinal = index;
    return make(OrderAttachmentsSuccess, { project });
  });
}
