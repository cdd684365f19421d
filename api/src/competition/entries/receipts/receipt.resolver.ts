import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { selectRows } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import { PageArgs, type Page } from '../../../core/graphql/page.ts';
import { Entry } from '../entry.entity.ts';
import { HandInTiming } from '../revision.entity.ts';
import { receiptsOf } from './receipt.queries.ts';
import { ReceiptConnection, type Receipt } from './receipt.types.ts';

@Resolver(() => Entry)
export class EntryReceiptsResolver {
  @FieldResolver(() => ReceiptConnection, {
    description: 'Every hand-in, newest first; for its organization and the organizers, none for others.',
  })
  async receipts(
    @Root() entry: Entry,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Receipt>> {
    return await receiptsOf(context, entry, args);
  }

  @FieldResolver(() => HandInTiming, {
    nullable: true,
    description: 'Of its present revision; null where it came with a file.',
  })
  async timing(@Root() entry: Entry, @Ctx() context: Context): Promise<HandInTiming | null> {
    const [row] = await selectRows<{ timing: HandInTiming }>(
      context,
      'entry.timing',
      entry.id,
      `select e.id, r.timing from entries e join entry_revisions r on r.entry_id = e.id and r.revision = e.revision
       where e.id = any(?::uuid[])`,
    );
    return row?.timing ?? null;
  }
}
