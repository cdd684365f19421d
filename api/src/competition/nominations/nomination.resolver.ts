import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { Entry } from '../entries/index.ts';
import { continuationOf } from './continuations.ts';
import { markContinuation } from './mark-continuation.ts';
import { nominateEntry } from './lists/nominate-entry.ts';
import { NominationList } from './nomination-list.entity.ts';
import { Nomination } from './nomination.entity.ts';
import * as types from './nomination.types.ts';
import { wayUpOf } from './on-way.ts';
import { rankNominations } from './lists/rank-nominations.ts';
import { removeNomination } from './lists/remove-nomination.ts';
import { returnNominations } from './lists/return-nominations.ts';
import { submitNominations } from './lists/submit-nominations.ts';

@Resolver(() => Nomination)
export class NominationResolver {
  @Mutation(() => types.NominateEntryResult)
  async nominateEntry(
    @Arg('input', () => types.NominateEntryInput) input: types.NominateEntryInput,
    @Ctx() context: Context,
  ) {
    return await nominateEntry(context, input);
  }

  @Mutation(() => types.RemoveNominationResult)
  async removeNomination(
    @Arg('input', () => types.RemoveNominationInput) input: types.RemoveNominationInput,
    @Ctx() context: Context,
  ) {
    return await removeNomination(context, input);
  }

  @Mutation(() => types.RankNominationsResult)
  async rankNominations(
    @Arg('input', () => types.RankNominationsInput) input: types.RankNominationsInput,
    @Ctx() context: Context,
  ) {
    return await rankNominations(context, input);
  }

  @Mutation(() => types.SubmitNominationsResult)
  async submitNominations(
    @Arg('input', () => types.SubmitNominationsInput) input: types.SubmitNominationsInput,
    @Ctx() context: Context,
  ) {
    return await submitNominations(context, input);
  }

  @Mutation(() => types.ReturnNominationsResult)
  async returnNominations(
    @Arg('input', () => types.ReturnNominationsInput) input: types.ReturnNominationsInput,
    @Ctx() context: Context,
  ) {
    return await returnNominations(context, input);
  }

  @Mutation(() => types.MarkContinuationResult)
  async markContinuation(
    @Arg('input', () => types.MarkContinuationInput) input: types.MarkContinuationInput,
    @Ctx() context: Context,
  ) {
    return await markContinuation(context, input);
  }

  @FieldResolver(() => Int, { description: 'Its place on the list, from 1.' })
  rank(@Root() nomination: Nomination): number {
    return nomination.rank ?? 0;
  }

  @FieldResolver(() => Entry)
  async entry(@Root() nomination: Nomination): Promise<Entry> {
    return await nomination.entry.loadOrFail();
  }

  @FieldResolver(() => String, { nullable: true, description: 'Null where the operator did.' })
  async addedByName(@Root() nomination: Nomination): Promise<string | null> {
    return (await nomination.addedBy?.loadOrFail())?.name ?? null;
  }
}

@Resolver(() => NominationList)
export class NominationListResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Null where the operator did.' })
  async submittedByName(@Root() list: NominationList): Promise<string | null> {
    return (await list.submittedBy?.loadOrFail())?.name ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  async returnedByName(@Root() list: NominationList): Promise<string | null> {
    return (await list.returnedBy?.loadOrFail())?.name ?? null;
  }
}

@Resolver(() => Entry)
export class EntryWayUpResolver {
  @FieldResolver(() => [types.WayUpStep], {
    description:
      'The units on its way up to the organizers, the lowest first; for its own people, those on the way, and organizers.',
  })
  async wayUp(@Root() entry: Entry, @Ctx() context: Context): Promise<types.WayUpStep[]> {
    return await wayUpOf(context, entry);
  }

  @FieldResolver(() => types.Continuation, {
    nullable: true,
    description: 'What it goes on with; for organizers and those on its way up.',
  })
  async continuation(@Root() entry: Entry, @Ctx() context: Context): Promise<types.Continuation | null> {
    return await continuationOf(context, entry);
  }
}
