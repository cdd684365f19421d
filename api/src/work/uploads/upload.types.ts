import type { FileProblem as Problem } from '@laurel/schema/files';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { Project } from '../projects/index.ts';
import { UploadPurpose } from './upload.entity.ts';

const FileProblem = {
  NAME: 'NAME',
  EMPTY: 'EMPTY',
  TOO_LARGE: 'TOO_LARGE',
  TYPE: 'TYPE',
  MISMATCH: 'MISMATCH',
  BROKEN: 'BROKEN',
  TOO_MANY_PIXELS: 'TOO_MANY_PIXELS',
  ANIMATED: 'ANIMATED',
  PROTECTED: 'PROTECTED',
  ACTIVE: 'ACTIVE',
  INFLATED: 'INFLATED',
} as const satisfies Record<Problem, Problem>;
registerEnumType(FileProblem, { name: 'FileProblem', description: 'Why a file is not taken.' });

export enum UploadLimit {
  PICTURES = 'PICTURES',
  DOCUMENTS = 'DOCUMENTS',
  ANSWERS = 'ANSWERS',
  BYTES = 'BYTES',
  DAY = 'DAY',
}
registerEnumType(UploadLimit, { name: 'UploadLimit', description: 'What there is enough of.' });

@InputType({ description: 'A file as the device tells of it.' })
export class BeginUploadInput {
  @Field(() => ID)
  projectId!: string;

  @Field(() => UploadPurpose)
  purpose!: UploadPurpose;

  @Field(() => String, { description: 'With its ending, without a path.' })
  name!: string;

  @Field(() => Int, { description: 'In bytes.' })
  size!: number;

  @Field(() => String, { description: 'The media type that goes with the ending.' })
  type!: string;
}

@InputType()
export class FinishUploadInput {
  @Field(() => ID)
  uploadId!: string;
}

@InputType()
export class RemoveUploadInput {
  @Field(() => ID)
  uploadId!: string;
}

@InputType()
export class SetCaptionInput {
  @Field(() => ID)
  uploadId!: string;

  @Field(() => LocalizedText)
  caption!: Bilingual;
}

@InputType()
export class OrderAttachmentsInput {
  @Field(() => ID)
  projectId!: string;

  @Field(() => [ID], { description: 'Pictures and documents; what is not named keeps its order and comes after.' })
  uploadIds!: string[];
}

@ObjectType({ description: 'A picture or document of a project, as its members see it.' })
export class Attachment {
  @Field(() => ID, { description: 'Of the upload.' })
  id!: string;

  @Field(() => UploadPurpose)
  purpose!: UploadPurpose;

  @Field(() => String)
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

  @Field(() => LocalizedText)
  caption!: LocalizedText;
}

@ObjectType()
class HttpHeader {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType({ description: 'Send the bytes to `url`, as often as it takes, then call finishUpload.' })
export class BeginUploadSuccess {
  @Field(() => ID)
  uploadId!: string;

  @Field(() => String)
  url!: string;

  @Field(() => String)
  method!: string;

  @Field(() => [HttpHeader])
  headers!: HttpHeader[];

  @Field(() => DateTimeScalar, { description: 'From then on, begin anew.' })
  expiresAt!: Date;
}

@ObjectType()
export class FinishUploadSuccess {
  @Field(() => Attachment)
  attachment!: Attachment;
}

@ObjectType()
export class SetCaptionSuccess {
  @Field(() => Attachment)
  attachment!: Attachment;
}

@ObjectType()
export class OrderAttachmentsSuccess {
  @Field(() => Project)
  project!: Project;
}

@ObjectType({ implements: UserError, description: 'This file is not taken; another one may be.' })
export class UnfitFileError extends UserError {
  @Field(() => FileProblem)
  problem!: Problem;
}

@ObjectType({ implements: UserError, description: 'There is enough already.' })
export class UploadLimitError extends UserError {
  @Field(() => UploadLimit)
  limit!: UploadLimit;
}

@ObjectType({ implements: UserError, description: 'The bytes have not come, or not all; send them and finish again.' })
export class UploadMissingError extends UserError {
  @Field(() => Boolean, { description: 'Whether a new upload has to be begun, because this address has expired.' })
  isExpired!: boolean;
}

@ObjectType({ implements: UserError, description: 'Too many files are being looked through; nothing is lost.' })
export class UploadsBusyError extends UserError {
  @Field(() => Int)
  retryAfterSeconds!: number;
}
