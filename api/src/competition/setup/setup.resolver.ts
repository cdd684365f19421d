import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { Competition, isOrganizer } from '../competitions/index.ts';
import { ViewerType } from '../../platform/identity/index.ts';
import type { Organization } from '../../people/organizations/index.ts';
import { addOrganizer } from './add-organizer.ts';
import { beginCompetition } from './basics/begin-competition.ts';
import { copyCompetition } from './copy/copy-competition.ts';
import { HostConnection, hostsFor } from './basics/hosts.ts';
import { loadChecklist } from './load-checklist.ts';
import { moveStage } from './stages/move-stage.ts';
import { openCompetition } from './open-competition.ts';
import { organizersOf } from './organizers.ts';
import { removeOrganizer } from './remove-organizer.ts';
import { setCategories } from './basics/set-categories.ts';
import { setCompetitionBasics } from './basics/set-competition-basics.ts';
import { setStages } from './stages/set-stages.ts';
import * as types from './setup.types.ts';
import { isSlugFree } from './basics/slug.ts';
import { MoveStageInput, MoveStageResult, SetStagesInput, SetStagesResult } from './stages/stage.types.ts';

@Resolver(() => Competition)
export class CompetitionSetUpResolver {
  @FieldResolver(() => [types.ChecklistItem], {
    nullable: true,
    description: 'What there is to do before it is opened; null for all but its organizers.',
  })
  async checklist(@Root() root: Competition, @Ctx() context: Context): Promise<types.ChecklistItem[] | null> {
    return (await isOrganizer(context, root.id)) ? await loadChecklist(context, root) : null;
  }

  @FieldResolver(() => [types.Organizer], { nullable: true, description: 'Null for all but its organizers.' })
  async organizers(@Root() root: Competition, @Ctx() context: Context): Promise<types.Organizer[] | null> {
    return (await isOrganizer(context, root.id)) ? await organizersOf(context, root.id) : null;
  }

  @Mutation(() => types.BeginCompetitionResult)
  async beginCompetition(
    @Arg('input', () => types.BeginCompetitionInput) input: types.BeginCompetitionInput,
    @Ctx() context: Context,
  ) {
    return await beginCompetition(context, input);
  }

  @Mutation(() => types.CopyCompetitionResult)
  async copyCompetition(
    @Arg('input', () => types.CopyCompetitionInput) input: types.CopyCompetitionInput,
    @Ctx() context: Context,
  ) {
    return await copyCompetition(context, input);
  }

  @Mutation(() => types.SetCompetitionBasicsResult)
  async setCompetitionBasics(
    @Arg('input', () => types.SetCompetitionBasicsInput) input: types.SetCompetitionBasicsInput,
    @Ctx() context: Context,
  ) {
    return await setCompetitionBasics(context, input);
  }

  @Mutation(() => types.SetCategoriesResult)
  async setCategories(
    @Arg('input', () => types.SetCategoriesInput) input: types.SetCategoriesInput,
    @Ctx() context: Context,
  ) {
    return await setCategories(context, input);
  }

  @Mutation(() => SetStagesResult)
  async setStages(@Arg('input', () => SetStagesInput) input: SetStagesInput, @Ctx() context: Context) {
    return await setStages(context, input);
  }

  @Mutation(() => MoveStageResult)
  async moveStage(@Arg('input', () => MoveStageInput) input: MoveStageInput, @Ctx() context: Context) {
    return await moveStage(context, input);
  }

  @Mutation(() => types.AddOrganizerResult)
  async addOrganizer(
    @Arg('input', () => types.AddOrganizerInput) input: types.AddOrganizerInput,
    @Ctx() context: Context,
  ) {
    return await addOrganizer(context, input);
  }

  @Mutation(() => types.RemoveOrganizerResult)
  async removeOrganizer(
    @Arg('input', () => types.RemoveOrganizerInput) input: types.RemoveOrganizerInput,
    @Ctx() context: Context,
  ) {
    return await removeOrganizer(context, input);
  }

  @Mutation(() => types.OpenCompetitionResult)
  async openCompetition(
    @Arg('input', () => types.OpenCompetitionInput) input: types.OpenCompetitionInput,
    @Ctx() context: Context,
  ) {
    return await openCompetition(context, input);
  }
}

@Resolver(() => ViewerType)
export class ViewerHostsResolver {
  @FieldResolver(() => HostConnection, {
    description: 'Organizations in whose name the viewer may begin a competition.',
  })
  async hosts(
    @Root() viewer: ViewerType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Organization>> {
    return await pageOf(context, hostsFor(viewer.id), args);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a competition could have this address.' })
  async isSlugFree(@Arg('slug', () => String) slug: string, @Ctx() { em }: Context): Promise<boolean> {
    return await isSlugFree(em, slug);
  }
}
