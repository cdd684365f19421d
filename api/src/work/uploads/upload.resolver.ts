import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { Project } from '../projects/index.ts';
import { beginUpload } from './begin-upload.ts';
import { finishUpload } from './finish-upload.ts';
import { orderAttachments } from './order-attachments.ts';
import { removeUpload } from './remove-upload.ts';
import { setCaption } from './set-caption.ts';
import { UploadPurpose } from './upload.entity.ts';
import { attachmentOf, readyUploadsOf } from './upload.queries.ts';
import {
  Attachment,
  BeginUploadInput,
  BeginUploadResult,
  FinishUploadInput,
  FinishUploadResult,
  OrderAttachmentsInput,
  OrderAttachmentsResult,
  RemoveUploadInput,
  SetCaptionInput,
  SetCaptionResult,
} from './upload.types.ts';

@Resolver(() => Attachment)
export class UploadResolver {
  @Mutation(() => BeginUploadResult)
  async beginUpload(@Arg('input', () => BeginUploadInput) input: BeginUploadInput, @Ctx() context: Context) {
    return await beginUpload(context, input);
  }

  @Mutation(() => FinishUploadResult, { description: 'Looks through the bytes that came; may be repeated.' })
  async finishUpload(@Arg('input', () => FinishUploadInput) input: FinishUploadInput, @Ctx() context: Context) {
    return await finishUpload(context, input);
  }

  @Mutation(() => Project, { description: 'Takes a file off its project, or gives up on one that is awaited.' })
  async removeUpload(@Arg('input', () => RemoveUploadInput) input: RemoveUploadInput, @Ctx() context: Context) {
    return await removeUpload(context, input);
  }

  @Mutation(() => SetCaptionResult)
  async setCaption(@Arg('input', () => SetCaptionInput) input: SetCaptionInput, @Ctx() context: Context) {
    return await setCaption(context, input);
  }

  @Mutation(() => OrderAttachmentsResult)
  async orderAttachments(
    @Arg('input', () => OrderAttachmentsInput) input: OrderAttachmentsInput,
    @Ctx() context: Context,
  ) {
    return await orderAttachments(context, input);
  }
}

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
