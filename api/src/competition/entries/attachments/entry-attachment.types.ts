import { Field, ID, Int, ObjectType } from 'type-graphql';
import { UploadPurpose } from '../../../work/uploads/index.ts';

@ObjectType('EntryAttachment', { description: 'A picture or document as it was handed in with an entry.' })
export class EntryAttachmentView {
  @Field(() => ID)
  id!: string;

  @Field(() => UploadPurpose)
  purpose!: UploadPurpose;

  @Field(() => String, { description: 'A neutral name where the viewer judges blind.' })
  name!: string;

  @Field(() => Int, { description: 'In bytes.' })
  size!: number;

  @Field(() => String)
  type!: string;

  @Field(() => String)
  url!: string;

  @Field(() => String, { nullable: true, description: 'Of pictures: at most 640 pixels wide and high.' })
  thumbnailUrl!: string | null;

  @Field(() => Int, { nullable: true })
  width!: number | null;

  @Field(() => Int, { nullable: true })
  height!: number | null;

  @Field(() => String, { description: 'What is to be seen; empty where nothing was written.' })
  caption!: string;

  @Field(() => String, { nullable: true, description: 'The key of the question it answers, null for all other files.' })
  question!: string | null;
}
