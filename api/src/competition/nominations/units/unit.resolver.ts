import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { referenceFields } from '../../../core/graphql/reference-fields.ts';
import type { Context } from '../../../core/context.ts';
import { emptyPage, PageArgs, pageOf, type Page } from '../../../core/graphql/page.ts';
import { isId } from '../../../core/graphql/refusals.ts';
import { ViewerType } from '../../../platform/identity/index.ts';
import { Organization, Region, RegionLevel } from '../../../people/organizations/index.ts';
import { Competition, isOrganizer } from '../../competitions/index.ts';
import { EntryConnection, type Entry } from '../../entries/index.ts';
import { clausesOf } from '../rules/clauses.ts';
import { NominationList } from '../nomination-list.entity.ts';
import type { Nomination } from '../nomination.entity.ts';
import { NominationClause, NominationConnection } from '../nomination.types.ts';
import { SendingUnit } from '../sending-unit.entity.ts';
import { suggestUnits } from './suggest-units.ts';
import { actsAbove, actsFor, canSeeList, canSeeUnit } from './unit.policy.ts';
import {
  candidatesOf,
  countsOf,
  figuresOf,
  hasUnits,
  listsOf,
  nominationsOf,
  stateOf,
  unitsActedFor,
  unitsOf,
} from './unit.queries.ts';
import * as types from './unit.types.ts';

export const SendingUnitReferences = referenceFields(SendingUnit, {
  competition: () => Competition,
  organization: () => Organization,
  region: () => Region,
});

@Resolver(() => SendingUnit)
export class SendingUnitResolver {
  @Query(() => SendingUnit, { nullable: true })
  async sendingUnit(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<SendingUnit | null> {
    const unit = isId(id) ? await context.em.findOne(SendingUnit, { id }) : null;
    return unit && (await canSeeUnit(context, unit)) ? unit : null;
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region of the unit that it sends to; null: it sends to the organizers.',
  })
  async sendsTo(@Root() unit: SendingUnit): Promise<Region | null> {
    const parent = await unit.parent?.loadOrFail();
    return parent ? await parent.region.loadOrFail() : null;
  }

  @FieldResolver(() => types.SendingUnitState)
  async state(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<types.SendingUnitState> {
    return await stateOf(context, unit);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Entries on its list; null while that is its own matter.' })
  async nominated(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<number | null> {
    return (await mayReadList(context, unit)) ? (await countsOf(context, unit.id)).nominated : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Of these, those that the organizers accepted.' })
  async accepted(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<number | null> {
    return (await mayReadList(context, unit)) ? (await countsOf(context, unit.id)).accepted : null;
  }

  @FieldResolver(() => Int, { description: 'Entries that have come up to it, on its list or not.' })
  async received(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<number> {
    return (await countsOf(context, unit.id)).received;
  }

  @FieldResolver(() => NominationConnection, {
    description: 'Its ranked list; empty while that is the own matter of another unit.',
  })
  async nominations(
    @Root() unit: SendingUnit,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Nomination>> {
    return (await mayReadList(context, unit)) ? await pageOf(context, nominationsOf, args, unit.id) : emptyPage();
  }

  @FieldResolver(() => EntryConnection, {
    description: 'Entries that have come up to it and are not on its list; for its own people and organizers.',
  })
  async candidates(
    @Root() unit: SendingUnit,
    @Args(() => types.CandidatesArgs) args: types.CandidatesArgs,
    @Ctx() context: Context,
  ): Promise<Page<Entry>> {
    const may = await canSeeList(context, unit, false);
    return may ? await pageOf(context, candidatesOf(args), args, unit.id) : emptyPage();
  }

  @FieldResolver(() => NominationList, { nullable: true, description: 'What it handed up, while that stands.' })
  async list(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<NominationList | null> {
    return (await listsOf(context, unit.id)).find(({ returnedAt }) => !returnedAt) ?? null;
  }

  @FieldResolver(() => [NominationList], { description: 'Lists that were returned to it, the last first.' })
  async returnedLists(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<NominationList[]> {
    return (await listsOf(context, unit.id)).filter(({ returnedAt }) => returnedAt);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer acts for it.' })
  async viewerActs(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<boolean> {
    return await actsFor(context, unit);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may give its list back.' })
  async viewerMayReturn(@Root() unit: SendingUnit, @Ctx() context: Context): Promise<boolean> {
    return (await isOrganizer(context, unit.competition.id)) || (await actsAbove(context, unit));
  }
}

const mayReadList = async (context: Context, unit: SendingUnit): Promise<boolean> =>
  await canSeeList(context, unit, (await stateOf(context, unit)) === types.SendingUnitState.SUBMITTED);

@Resolver(() => Competition)
export class CompetitionUnitsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether entries are nominated by sending units before they are reviewed.',
  })
  async requiresNomination(@Root() root: Competition, @Ctx() context: Context): Promise<boolean> {
    return await hasUnits(context, root.id);
  }

  @FieldResolver(() => [NominationClause], { description: 'The rules of nominations; empty where there are none.' })
  async nominationClauses(@Root() root: Competition, @Ctx() context: Context): Promise<NominationClause[]> {
    const isAsked = (await hasUnits(context, root.id)) || (await isOrganizer(context, root.id));
    return isAsked ? await clausesOf(context, root.id) : [];
  }

  @FieldResolver(() => types.SendingUnitConnection, {
    description:
      'By the code of their regions: for organizers all, for the people of a unit their own and those below it.',
  })
  async sendingUnits(
    @Root() root: Competition,
    @Args(() => types.SendingUnitsArgs) args: types.SendingUnitsArgs,
    @Ctx() context: Context,
  ): Promise<Page<SendingUnit>> {
    if (!context.viewer) return emptyPage();
    return await pageOf(context, await unitsOf(context, root, args.state ?? null), args, root.id);
  }

  @FieldResolver(() => types.NominationFigures, { nullable: true, description: 'Null for all but organizers.' })
  async nominationFigures(@Root() root: Competition, @Ctx() context: Context): Promise<types.NominationFigures | null> {
    return (await isOrganizer(context, root.id)) ? await figuresOf(context, root.id) : null;
  }

  @FieldResolver(() => [types.SuggestedUnit], {
    nullable: true,
    description: 'Regions of some levels, each with an organization that might send; null for all but organizers.',
  })
  async suggestedUnits(
    @Root() root: Competition,
    @Arg('levels', () => [RegionLevel]) levels: RegionLevel[],
    @Ctx() context: Context,
  ): Promise<types.SuggestedUnit[] | null> {
    return (await isOrganizer(context, root.id)) ? await suggestUnits(context, root, levels) : null;
  }
}

@Resolver(() => ViewerType)
export class ViewerUnitsResolver {
  @FieldResolver(() => types.SendingUnitConnection, {
    description: 'Sending units that the viewer acts for, the latest first.',
  })
  async sendingUnits(
    @Root() viewer: ViewerType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<SendingUnit>> {
    return await pageOf(context, await unitsActedFor(context, viewer.id), args);
  }
}
