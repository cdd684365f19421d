import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { Entry } from '../entries/index.ts';
import { continuationOf } from './continuations.ts';
import { NominationList } from './nomination-list.entity.ts';
import { Nomination } from './nomination.entity.ts';
import * as types from './nomination.types.ts';
import { wayUpOf } from './on-way.ts';

@Resolver(() => Nomination)
export class NominationResolver {
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
