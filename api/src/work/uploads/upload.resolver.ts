import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { Project } from '../projects/index.ts';
import { UploadPurpose } from './upload.entity.ts';
import { attachmentOf, readyUploadsOf } from './upload.queries.ts';
import { Attachment } from './upload.types.ts';

@Resolver(() => Project)
export class ProjectAttachmentsResolver {
  @FieldResolver(() => [Attachment], { description: 'Pictures and documents, in their order; at most 18.' })
  async attachments(@Root() project: Project, @Ctx() context: Context): Promise<Attachment[]> {
    const uploads = await readyUploadsOf(context, project.id);
    return uploads.filter(({ purpose }) => purpose !== UploadPurpose.ANSWER).map(attachmentOf);
  }

  @FieldResolver(() => [Attachment], { description: 'Files that answer questions of competitions.' })
  async answerFiles(@Root() project: Project, @Ctx() context: Context): Promise<Attachment[]> {
    const uploads = await readyUploadsOf(context, project.id);
    return uploads.filter(({ purpose }) => purpose === UploadPurpose.ANSWER).map(attachmentOf);
  }
}
