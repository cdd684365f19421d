import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { load, type Context } from '../core/context.ts';
import { Competition, isOrganizer } from '../competition/competitions/index.ts';
import { endRehearsal } from './end-rehearsal.ts';
import { moveRehearsal } from './move-rehearsal.ts';
import {
  EndRehearsalInput,
  EndRehearsalResult,
  MoveRehearsalInput,
  MoveRehearsalResult,
  StartRehearsalInput,
  StartRehearsalResult,
} from './rehearsal.types.ts';
import { startRehearsal } from './start-rehearsal.ts';

@Resolver(() => Competition)
export class RehearsalResolver {
  @FieldResolver(() => Competition, { nullable: true, description: 'Its trial run; null for all but its organizers.' })
  async rehearsal(@Root() root: Competition, @Ctx() context: Context): Promise<Competition | null> {
    const found = await load<Competition | null>(
      context,
      'competition.rehearsal',
      root.id,
      async (ids) => {
        const rehearsals = await context.em.find(Competition, { rehearsalOf: { $in: [...ids] } });
        return new Map(rehearsals.flatMap((one) => (one.rehearsalOf ? [[one.rehearsalOf.id, one] as const] : [])));
      },
      null,
    );
    return found && (await isOrganizer(context, found.id)) ? found : null;
  }

  @FieldResolver(() => Competition, { nullable: true, description: 'What it is a trial run of.' })
  async rehearsalOf(@Root() root: Competition, @Ctx() context: Context): Promise<Competition | null> {
    const original = (await root.rehearsalOf?.load()) ?? null;
    return original && (await isOrganizer(context, original.id)) ? original : null;
  }

  @Mutation(() => StartRehearsalResult)
  async startRehearsal(@Arg('input', () => StartRehearsalInput) input: StartRehearsalInput, @Ctx() context: Context) {
    return await startRehearsal(context, input);
  }

  @Mutation(() => MoveRehearsalResult)
  async moveRehearsal(@Arg('input', () => MoveRehearsalInput) input: MoveRehearsalInput, @Ctx() context: Context) {
    return await moveRehearsal(context, input);
  }

  @Mutation(() => EndRehearsalResult)
  async endRehearsal(@Arg('input', () => EndRehearsalInput) input: EndRehearsalInput, @Ctx() context: Context) {
    return await endRehearsal(context, input);
  }
}
