import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { referenceFields } from '../../core/graphql/reference-fields.ts';
import { isId } from '../../core/graphql/refusals.ts';
import { Category, Competition, isOrganizer, Stage } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { Conflict } from './conflicts/conflict.entity.ts';
import { Assignment, Judge, Panel } from './judging.entity.ts';
import { anchorsOf, conflictsOf, judgeOf, judgesOf, panelsOf, reopeningsOf } from './panel.queries.ts';
import { Reopening } from './reopening.entity.ts';

@Resolver(() => Panel)
export class PanelResolver {
  @FieldResolver(() => String)
  name(@Root() panel: Panel, @Ctx() { locale }: Context): string {
    return panel.name.in(locale);
  }

  @FieldResolver(() => [Category])
  async categories(@Root() panel: Panel): Promise<Category[]> {
    return (await panel.categories.loadItems({ dataloader: true })).toSorted((a, b) => a.ordinal - b.ordinal);
  }

  @FieldResolver(() => [Judge], { description: 'By code; those who dropped out too.' })
  async judges(@Root() panel: Panel, @Ctx() context: Context): Promise<Judge[]> {
    return await judgesOf(context, panel.id);
  }
}

@Resolver(() => Competition)
export class CompetitionPanelsResolver {
  @FieldResolver(() => [Panel], { nullable: true, description: 'Who judges; null unless the viewer organizes.' })
  async panels(@Root() competition: Competition, @Ctx() context: Context): Promise<Panel[] | null> {
    return (await isOrganizer(context, competition.id)) ? await panelsOf(context, competition.id) : null;
  }

  @FieldResolver(() => Judge, {
    nullable: true,
    description: 'A judge of any panel; null unless the viewer organizes.',
  })
  async judge(
    @Root() competition: Competition,
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
  ): Promise<Judge | null> {
    return isId(id) && (await isOrganizer(context, competition.id)) ? await judgeOf(context, competition.id, id) : null;
  }

  @FieldResolver(() => [Conflict], {
    nullable: true,
    description: 'Who must not mark what, the newest first, at most 500; null unless the viewer organizes.',
  })
  async conflicts(@Root() competition: Competition, @Ctx() context: Context): Promise<Conflict[] | null> {
    return (await isOrganizer(context, competition.id)) ? await conflictsOf(context, competition.id) : null;
  }

  @FieldResolver(() => [Reopening], {
    nullable: true,
    description:
      'Sheets that were or are to be opened again, the newest first, at most 500; null unless the viewer organizes.',
  })
  async reopenings(@Root() competition: Competition, @Ctx() context: Context): Promise<Reopening[] | null> {
    return (await isOrganizer(context, competition.id)) ? await reopeningsOf(context, competition.id) : null;
  }
}

@Resolver(() => Stage)
export class StageAnchorsResolver {
  @FieldResolver(() => [Entry], {
    nullable: true,
    description: 'Samples that every judge marks first, at most five; null unless the viewer organizes.',
  })
  async anchors(@Root() stage: Stage, @Ctx() context: Context): Promise<Entry[] | null> {
    return (await isOrganizer(context, stage.competition.id)) ? await anchorsOf(context, stage.id) : null;
  }
}

export const ConflictReferences = referenceFields(Conflict, { judge: () => Judge, entry: () => Entry });
export const PanelReferences = referenceFields(Panel, { stage: () => Stage });
export const ReopeningReferences = referenceFields(Reopening, { assignment: () => Assignment });

@Resolver(() => Reopening)
export class ReopeningResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer asked for it, so that somebody else has to agree.' })
  viewerAsked(@Root() reopening: Reopening, @Ctx() { viewer }: Context): boolean {
    return reopening.requestedBy.id === viewer?.id;
  }
}
