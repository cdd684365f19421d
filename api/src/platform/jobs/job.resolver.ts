import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { message, type MessageKey } from '../../core/messages.ts';
import { Job } from './job.entity.ts';
import { expiryOf, jobFilePath } from './job-file.ts';
import { findJob } from './job.queries.ts';

@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, {
    nullable: true,
    description: 'For whoever started it and the organizers of its competition; null for everybody else.',
  })
  async job(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Job | null> {
    return await findJob(context, id);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it failed, and what to do about it.' })
  problem(@Root() { problem }: Job, @Ctx() { locale }: Context): string | null {
    return problem ? message(locale, problem.key as MessageKey, problem.values) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where the file that came out of it can be fetched, by those who see the job, until `expiresAt`.',
  })
  resultUrl(@Root() job: Job, @Ctx() { clock }: Context): string | null {
    const expiresAt = expiryOf(job);
    return expiresAt && clock.now() < expiresAt ? jobFilePath(job.id) : null;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'Null where no file came out of it.' })
  expiresAt(@Root() job: Job): Date | null {
    return expiryOf(job);
  }
}
