import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { Entry } from '../entries/index.ts';
import { changesOf } from './changes/changes.ts';
import { RevisionChanges } from './changes/changes.types.ts';
import { Decision } from './decision.entity.ts';
import { Duplicate, duplicatesOf, hasDuplicates } from './likeness/duplicates.ts';
import { earlierWinnerOf } from './likeness/earlier-winner.ts';
import { correctionOf, decisionsOf, reviewOf } from './eligibility.queries.ts';
import { Correction, EntryReview } from './eligibility.types.ts';

@Resolver(() => Entry)
export class EntryReviewResolver {
  @FieldResolver(() => [Decision], {
    description: 'Everything that was ever decided on it, the latest first; for organizers, empty for everybody else.',
  })
  async decisions(@Root() entry: Entry, @Ctx() context: Context): Promise<Decision[]> {
    return await decisionsOf(context, entry);
  }

  @FieldResolver(() => [Duplicate], {
    description: 'Entries that look like the same, the likest first; for organizers, empty for everybody else.',
  })
  async duplicates(@Root() entry: Entry, @Ctx() context: Context): Promise<Duplicate[]> {
    return await duplicatesOf(context, entry);
  }

  @FieldResolver(() => Entry, {
    nullable: true,
    description:
      'With what the same work, under whatever name, won first prize in another competition; for organizers, null for everybody else.',
  })
  async earlierWinner(@Root() entry: Entry, @Ctx() context: Context): Promise<Entry | null> {
    return await earlierWinnerOf(context, entry);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether another entry looks like the same; false unless the viewer organizes.',
  })
  async hasDuplicates(@Root() entry: Entry, @Ctx() context: Context): Promise<boolean> {
    return await hasDuplicates(context, entry);
  }

  @FieldResolver(() => RevisionChanges, {
    nullable: true,
    description:
      'What its present revision changed of the one before; null for the first, and unless the viewer organizes.',
  })
  async changes(@Root() entry: Entry, @Ctx() context: Context): Promise<RevisionChanges | null> {
    return await changesOf(context, entry);
  }

  @FieldResolver(() => EntryReview, { nullable: true, description: 'Null unless the viewer organizes.' })
  async review(@Root() entry: Entry, @Ctx() context: Context): Promise<EntryReview | null> {
    return await reviewOf(context, entry);
  }

  @FieldResolver(() => Correction, {
    nullable: true,
    description: 'What is to be corrected, where it is returned; for its organization and the organizers.',
  })
  async correction(@Root() entry: Entry, @Ctx() context: Context): Promise<Correction | null> {
    return await correctionOf(context, entry);
  }
}

@Resolver(() => Decision)
export class DecisionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Null where the operator decided.' })
  async reviewerName(@Root() decision: Decision): Promise<string | null> {
    return (await decision.reviewer?.loadOrFail())?.name ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  async undoneByName(@Root() decision: Decision): Promise<string | null> {
    return (await decision.undoneBy?.loadOrFail())?.name ?? null;
  }
}
