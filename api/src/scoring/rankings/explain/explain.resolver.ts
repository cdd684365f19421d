import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { Competition, isOrganizer } from '../../../competition/competitions/index.ts';
import { agreementOf } from './agreement-of.ts';
import { AgreementView, RobustnessView, StageArgs, WhatIfArgs, WhatIfConnection } from './explain.types.ts';
import { robustnessView } from './robustness-view.ts';
import { whatIfPage } from './what-if-page.ts';
import { worksheetOf } from './worksheet-of.ts';
import { WorksheetArgs, WorksheetView } from './worksheet.types.ts';

/** How a ranking came about and how firmly it stands; for those who have to defend it. */
@Resolver(() => Competition)
export class ExplainResolver {
  @FieldResolver(() => WorksheetView, {
    nullable: true,
    description: 'The score of an entry, step by step; null where it is not ranked, and unless the viewer organizes.',
  })
  async worksheet(
    @Root() competition: Competition,
    @Args(() => WorksheetArgs) args: WorksheetArgs,
    @Ctx() context: Context,
  ): Promise<WorksheetView | null> {
    return (await isOrganizer(context, competition.id)) ? await worksheetOf(context, competition, args) : null;
  }

  @FieldResolver(() => [RobustnessView], {
    nullable: true,
    description: 'One per category where categories are ranked apart; null unless the viewer organizes.',
  })
  async robustness(
    @Root() competition: Competition,
    @Args(() => StageArgs) { stage }: StageArgs,
    @Ctx() context: Context,
  ): Promise<RobustnessView[] | null> {
    return (await isOrganizer(context, competition.id))
      ? await robustnessView(context, competition, stage ?? null)
      : null;
  }

  @FieldResolver(() => [AgreementView], {
    nullable: true,
    description: 'One per category where categories are ranked apart; null unless the viewer organizes.',
  })
  async agreement(
    @Root() competition: Competition,
    @Args(() => StageArgs) { stage }: StageArgs,
    @Ctx() context: Context,
  ): Promise<AgreementView[] | null> {
    return (await isOrganizer(context, competition.id)) ? await agreementOf(context, competition, stage ?? null) : null;
  }

  @FieldResolver(() => WhatIfConnection, {
    nullable: true,
    description:
      'The ranking under another rule, in the order it would have; nothing is kept. Null unless the viewer organizes.',
  })
  async whatIf(
    @Root() competition: Competition,
    @Args(() => WhatIfArgs) args: WhatIfArgs,
    @Ctx() context: Context,
  ): Promise<WhatIfConnection | null> {
    return (await isOrganizer(context, competition.id)) ? await whatIfPage(context, competition, args) : null;
  }
}
