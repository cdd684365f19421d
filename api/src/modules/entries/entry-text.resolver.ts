import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { maskOf } from './entry-mask.ts';
import { Entry } from './entry.entity.ts';
import { isBlindToEntry } from './entry.policy.ts';

/** Everything of an entry that people wrote: read through the mask, which lets all pass for who does not judge blind. */
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
  async needs(@Root() entry: Entry, @Ctx() context: Context): Promise<string> {
    return (await maskOf(context, entry))(entry.needs);
  }

  @FieldResolver()
  async goals(@Root() entry: Entry, @Ctx() context: Context): Promise<string> {
    return (await maskOf(context, entry))(entry.goals);
  }

  @FieldResolver()
  async implementation(@Root() entry: Entry, @Ctx() context: Context): Promise<string> {
    return (await maskOf(context, entry))(entry.implementation);
  }

  @FieldResolver()
  async outcomes(@Root() entry: Entry, @Ctx() context: Context): Promise<string> {
    return (await maskOf(context, entry))(entry.outcomes);
  }

  @FieldResolver()
  async features(@Root() entry: Entry, @Ctx() context: Context): Promise<string> {
    return (await maskOf(context, entry))(entry.features);
  }

  @FieldResolver()
  async beneficiaries(@Root() entry: Entry, @Ctx() context: Context): Promise<string | null> {
    return entry.beneficiaries ? (await maskOf(context, entry))(entry.beneficiaries) : null;
  }

  @FieldResolver()
  async key(@Root() entry: Entry, @Ctx() context: Context): Promise<string | null> {
    return (await isBlindToEntry(context, entry)) ? null : (entry.key ?? null);
  }
}
