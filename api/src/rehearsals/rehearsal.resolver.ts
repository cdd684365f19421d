import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { load, type Context } from '../core/context.ts';
import { Competition, isOrganizer } from '../competition/competitions/index.ts';

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
}
