import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { maskOf } from './entry-mask.ts';
import { Entry } from '../entry.entity.ts';
import { isBlindToEntry } from '../entry.policy.ts';

/** What people wrote of an entry beside its sections: read through the mask, which lets all pass for who does not judge blind. */
@Resolver(() => Entry)
export class EntryTextResolver {
  @FieldResolver(() => String)
  async title(@Root() entry: Entry, @Ctx() context: Context): Promise<string> {
    return (await maskOf(context, entry))(entry.title.in(context.locale));
  }

  @FieldResolver(() => String)
  async summary(@Root() entry: Entry, @Ctx() context: Context): Promise<string> {
    return (await maskOf(context, entry))(entry.summary.in(context.locale));
  }

  @FieldResolver()
  async beneficiaries(@Root() entry: Entry, @Ctx() context: Context): Promise<string | null> {
    return entry.beneficiaries ? (await maskOf(context, entry))(entry.beneficiaries) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where a film about it can be seen. Null where the viewer judges blind.',
  })
  async videoUrl(@Root() entry: Entry, @Ctx() context: Context): Promise<string | null> {
    return (await isBlindToEntry(context, entry)) ? null : (entry.videoUrl ?? null);
  }

  @FieldResolver()
  async key(@Root() entry: Entry, @Ctx() context: Context): Promise<string | null> {
    return (await isBlindToEntry(context, entry)) ? null : (entry.key ?? null);
  }
}
