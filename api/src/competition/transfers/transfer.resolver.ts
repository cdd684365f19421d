import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { pageOf, PageArgs, type Page } from '../../core/graphql/page.ts';
import type { User } from '../../platform/identity/index.ts';
import { Job } from '../../platform/jobs/index.ts';
import { Competition, isOrganizer } from '../competitions/index.ts';
import { lettersOf } from './table/cell.ts';
import { EntryImport, StoredProblem } from './entry-import.entity.ts';
import { problemInWords } from './table/problem-words.ts';
import type { ProblemKind } from './table/problem.ts';
import {
  canUndo,
  EntryImportConnection,
  ImportProblemConnection,
  importsOf,
  jobOf,
  problemsByColumn,
  problemsOf,
} from './transfer.queries.ts';
import { ImportProblemCount } from './transfer.types.ts';

@ArgsType()
class ImportProblemsArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Only those of a column, from 0.' })
  column?: number | null;
}

@Resolver(() => Competition)
export class CompetitionTransfersResolver {
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
