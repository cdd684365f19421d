import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../core/graphql/user-error.ts';
import { Job } from '../../platform/jobs/index.ts';
import { InCompetition } from '../competitions/index.ts';
import { ArriveAs, EntryImport } from './entry-import.entity.ts';

export enum EntryFileFormat {
  XLSX = 'XLSX',
  CSV = 'CSV',
  TEMPLATE_XLSX = 'TEMPLATE_XLSX',
  TEMPLATE_CSV = 'TEMPLATE_CSV',
  ATTACHMENTS = 'ATTACHMENTS',
}
registerEnumType(EntryFileFormat, {
  name: 'EntryFileFormat',
  description:
    'XLSX, CSV: all entries as a table that can be imported again; TEMPLATE_…: its columns alone, to be filled in. ATTACHMENTS: a zip of all pictures and documents.',
});

@ObjectType({ description: 'How many problems a dry run found in one column.' })
export class ImportProblemCount {
  @Field(() => Int, { nullable: true, description: 'From 0; null: of no column, such as a file that cannot be read.' })
  column!: number | null;

  @Field(() => String, { nullable: true, description: 'The letters over it, as a spreadsheet shows them.' })
  letters!: string | null;

  @Field(() => String, { nullable: true })
  header!: string | null;

  @Field(() => Int)
  count!: number;
}

@InputType()
export class BeginImportInput extends InCompetition {
  @Field(() => String, { description: 'Of the file, at most 120 characters; .xlsx or .csv.' })
  name!: string;

  @Field(() => Int, { description: 'In bytes; at most 20 MB.' })
  size!: number;
}

@ObjectType({ description: 'The bytes go to the address by PUT; then the file can be checked.' })
export class BeginImportSuccess {
  @Field(() => EntryImport)
  entryImport!: EntryImport;

  @Field(() => String)
  url!: string;
}

@InputType()
export class CheckImportInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => ArriveAs)
  arriveAs!: ArriveAs;

  @Field(() => Boolean, { description: 'Registers organizations that nobody has; they wait to be verified.' })
  createsOrganizations!: boolean;

  @Field(() => Boolean, { description: 'Lets rows change entries that are there and still to be reviewed.' })
  updates!: boolean;
}

@ObjectType({ description: 'The dry run has begun; its job tells how far it is.' })
export class CheckImportSuccess {
  @Field(() => EntryImport)
  entryImport!: EntryImport;

  @Field(() => Job)
  job!: Job;
}

@ObjectType({ implements: UserError, description: 'The file has not come, or not whole.' })
export class ImportFileMissingError extends UserError {}

@ObjectType({ implements: UserError, description: 'It has been imported, or it is being checked or imported now.' })
export class ImportBusyError extends UserError {}

@InputType()
export class RunImportInput {
  @Field(() => ID)
  importId!: string;
}

@ObjectType({ description: 'The import has begun; where anything turns out to be wrong now, nothing of it is kept.' })
export class RunImportSuccess {
  @Field(() => EntryImport)
  entryImport!: EntryImport;

  @Field(() => Job)
  job!: Job;
}

@ObjectType({ implements: UserError, description: 'Only what a dry run found nothing wrong with is imported.' })
export class ImportNotCheckedError extends UserError {
  @Field(() => Int, { nullable: true, description: 'Null where there was no dry run yet.' })
  problemCount!: number | null;
}

@InputType()
export class UndoImportInput {
  @Field(() => ID)
  importId!: string;
}

@ObjectType()
export class UndoImportSuccess {
  @Field(() => EntryImport)
  entryImport!: EntryImport;

  @Field(() => Int, { description: 'Entries that were withdrawn.' })
  withdrawn!: number;
}

@ObjectType({
  implements: UserError,
  description:
    'Something has been done with its entries since: decided, handed in anew, voted on or assigned to judges.',
})
export class ImportNotUndoableError extends UserError {}

@InputType()
export class ExportEntriesInput extends InCompetition {
  @Field(() => EntryFileFormat)
  format!: EntryFileFormat;
}

@ObjectType({ description: 'The file is being made; its job has it when it is done, for a day.' })
export class ExportEntriesSuccess {
  @Field(() => Job)
  job!: Job;
}
