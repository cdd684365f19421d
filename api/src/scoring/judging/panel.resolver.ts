import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { isId } from '../../core/graphql/refusals.ts';
import { Category, Competition, isOrganizer, Stage } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { Conflict } from './conflicts/conflict.entity.ts';
import { declareConflict } from './conflicts/declare-conflict.ts';
import { Assignment, Judge, Panel } from './judging.entity.ts';
import { listConflicts } from './conflicts/list-conflicts.ts';
import { anchorsOf, conflictsOf, judgeOf, judgesOf, panelsOf, reopeningsOf } from './panel.queries.ts';
import {
  DeclareConflictInput,
  DeclareConflictResult,
  ListConflictsInput,
  ListConflictsResult,
  ReopenSheetInput,
  ReopenSheetResult,
  RetireJudgeInput,
  RetireJudgeResult,
  SetAnchorsInput,
  SetAnchorsResult,
} from './panel.types.ts';
import { reopenSheet } from './sheets/reopen-sheet.ts';
import { Reopening } from './reopening.entity.ts';
import { retireJudge } from './seats/retire-judge.ts';
import { setAnchors } from './assignment/set-anchors.ts';

@Resolver(() => Panel)
export class PanelResolver {
  @Mutation(() => DeclareConflictResult)
  async declareConflict(
    @Arg('input', () => DeclareConflictInput) input: DeclareConflictInput,
    @Ctx() context: Context,
  ) {
    return await declareConflict(context, input);
  }

  @Mutation(() => ListConflictsResult)
  async listConflicts(@Arg('input', () => ListConflictsInput) input: ListConflictsInput, @Ctx() context: Context) {
    return await listConflicts(context, input);
  }

  @Mutation(() => RetireJudgeResult)
  async retireJudge(@Arg('input', () => RetireJudgeInput) input: RetireJudgeInput, @Ctx() context: Context) {
    return await retireJudge(context, input);
  }

  @Mutation(() => ReopenSheetResult)
  async reopenSheet(@Arg('input', () => ReopenSheetInput) input: ReopenSheetInput, @Ctx() context: Context) {
    return await reopenSheet(context, input);
  }

  @Mutation(() => SetAnchorsResult)
  async setAnchors(@Arg('input', () => SetAnchorsInput) input: SetAnchorsInput, @Ctx() context: Context) {
    return await setAnchors(context, input);
  }

  @FieldResolver(() => String)
  name(@Root() panel: Panel, @Ctx() { locale }: Context): string {
    return panel.name.in(locale);
  }

  @FieldResolver(() => Stage)
  async stage(@Root() panel: Panel): Promise<Stage> {
    return await panel.stage.loadOrFail();
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

@Resolver(() => Conflict)
export class ConflictResolver {
  @FieldResolver(() => Judge)
  async judge(@Root() conflict: Conflict): Promise<Judge> {
    return await conflict.judge.loadOrFail();
  }

  @FieldResolver(() => Entry)
  async entry(@Root() conflict: Conflict): Promise<Entry> {
    return await conflict.entry.loadOrFail();
  }
}

@Resolver(() => Reopening)
export class ReopeningResolver {
  @FieldResolver(() => Assignment)
  async assignment(@Root() reopening: Reopening): Promise<Assignment> {
    return await reopening.assignment.loadOrFail();
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer asked for it, so that somebody else has to agree.' })
  viewerAsked(@Root() reopening: Reopening, @Ctx() { viewer }: Context): boolean {
    return reopening.requestedBy.id === viewer?.id;
  }
}
