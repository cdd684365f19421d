import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { pageOf, PageArgs, type Page } from '../../core/graphql/page.ts';
import { Competition, isOrganizer } from '../competitions/index.ts';
import type { User } from '../../platform/identity/index.ts';
import { Job } from '../../platform/jobs/index.ts';
import { beginImport } from './imports/begin-import.ts';
import { lettersOf } from './table/cell.ts';
import { checkImport } from './imports/check-import.ts';
import { EntryImport, StoredProblem } from './entry-import.entity.ts';
import { exportEntries } from './exports/export-job.ts';
import { problemInWords } from './table/problem-words.ts';
import type { ProblemKind } from './table/problem.ts';
import { runImport } from './imports/run-import.ts';
import {
  canUndo,
  EntryImportConnection,
  ImportProblemConnection,
  importsOf,
  jobOf,
  problemsByColumn,
  problemsOf,
} from './transfer.queries.ts';
import {
  BeginImportInput,
  BeginImportResult,
  CheckImportInput,
  CheckImportResult,
  ExportEntriesInput,
  ExportEntriesSuccess,
  ImportProblemCount,
  RunImportInput,
  RunImportResult,
  UndoImportInput,
  UndoImportResult,
} from './transfer.types.ts';
import { undoImport } from './imports/undo-import.ts';

@ArgsType()
class ImportProblemsArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Only those of a column, from 0.' })
  column?: number | null;
}

@Resolver(() => Competition)
export class CompetitionTransfersResolver {
  @Mutation(() => BeginImportResult, { description: 'Begins with a file of entries. Organizers only.' })
  async beginImport(@Arg('input', () => BeginImportInput) input: BeginImportInput, @Ctx() context: Context) {
    return await beginImport(context, input);
  }

  @Mutation(() => CheckImportResult, {
    description: 'A dry run: tells everything that is wrong with a file, and what it would do. Organizers only.',
  })
  async checkImport(@Arg('input', () => CheckImportInput) input: CheckImportInput, @Ctx() context: Context) {
    return await checkImport(context, input);
  }

  @Mutation(() => RunImportResult, {
    description: 'Imports what the last dry run found nothing wrong with: all of it or nothing. Organizers only.',
  })
  async runImport(@Arg('input', () => RunImportInput) input: RunImportInput, @Ctx() context: Context) {
    return await runImport(context, input);
  }

  @Mutation(() => UndoImportResult, {
    description: 'Withdraws everything an import brought, as long as nothing was done with it. Organizers only.',
  })
  async undoImport(@Arg('input', () => UndoImportInput) input: UndoImportInput, @Ctx() context: Context) {
    return await undoImport(context, input);
  }

  @Mutation(() => ExportEntriesSuccess, { description: 'Makes a file of all entries. Organizers only.' })
  async exportEntries(@Arg('input', () => ExportEntriesInput) input: ExportEntriesInput, @Ctx() context: Context) {
    return await exportEntries(context, input);
  }

  @FieldResolver(() => EntryImportConnection, {
    nullable: true,
    description: 'Files of entries that were brought in, newest first; null for all but its organizers.',
  })
  async entryImports(
    @Root() competition: Competition,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<EntryImport> | null> {
    if (!(await isOrganizer(context, competition.id))) return null;
    return await pageOf(context, importsOf, args, competition.id);
  }
}

@Resolver(() => EntryImport)
export class EntryImportResolver {
  @FieldResolver(() => ImportProblemConnection, {
    description: 'What the last dry run found, in the order of the file; the first 20,000.',
  })
  async problems(
    @Root() entryImport: EntryImport,
    @Args(() => ImportProblemsArgs) args: ImportProblemsArgs,
    @Ctx() context: Context,
  ): Promise<Page<StoredProblem>> {
    return await pageOf(context, problemsOf(args.column ?? null), args, entryImport.id);
  }

  @FieldResolver(() => [ImportProblemCount])
  async problemsByColumn(@Root() { id }: EntryImport, @Ctx() context: Context): Promise<ImportProblemCount[]> {
    return await problemsByColumn(context, id);
  }

  @FieldResolver(() => Job, { nullable: true, description: 'What was last begun with it.' })
  async job(@Root() { id }: EntryImport, @Ctx() context: Context): Promise<Job | null> {
    return await jobOf(context, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether everything it brought can still be withdrawn.' })
  async canUndo(@Root() { id }: EntryImport, @Ctx() context: Context): Promise<boolean> {
    return await canUndo(context, id);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Null: whoever operates this installation.' })
  async startedBy(@Root() { startedBy }: EntryImport): Promise<string | null> {
    const user: User | null = (await startedBy?.load()) ?? null;
    return user?.name ?? null;
  }
}

@Resolver(() => StoredProblem)
export class ImportProblemResolver {
  @FieldResolver(() => String, { description: 'What is wrong, in a sentence.' })
  message(@Root() { kind, values, header }: StoredProblem, @Ctx() { locale }: Context): string {
    return problemInWords({ kind: kind as ProblemKind, values, header: header ?? null }, locale);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The letters over its column.' })
  letters(@Root() { column }: StoredProblem): string | null {
    return column === null || column === undefined ? null : lettersOf(column);
  }
}
