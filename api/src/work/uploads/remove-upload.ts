import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { notFound } from '../../core/graphql/refusals.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { Project } from '../projects/index.ts';
import { holdUpload } from './hold-upload.ts';
import { UploadState } from './upload.entity.ts';
import type { RemoveUploadInput } from './upload.types.ts';

/** Takes a file off its project, or gives up on one that is awaited. What an entry froze stays with the entry. */
export async function removeUpload(context: Context, input: RemoveUploadInput): Promise<Project> {
  return await unitOfWork(context, async (em, inside) => {
    const upload = await holdUpload(inside, em, input.uploadId);
    const project = await em.findOne(Project, { id: upload.project?.id ?? upload.id });
    if (!project) throw notFound(context);
    if (upload.state !== UploadState.REMOVED) {
      if (upload.state === UploadState.READY) {
        recordAct(context, em, 'removeUpload', { type: 'Upload', id: upload.id }, { name: upload.name });
      }
      upload.state = UploadState.REMOVED;
    }
    return project;
  });
}
