import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { connectionOf } from '../../core/graphql/page.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { EntrySuccess } from '../entries/index.ts';
import { CompetitionSuccess, InCompetition } from '../competitions/index.ts';
import { Entry } from '../entries/index.ts';
import { Nomination } from './nomination.entity.ts';
import { NominationRule } from './rules/rules.ts';
import { SendingUnit } from './sending-unit.entity.ts';

export const NominationConnection = connectionOf(() => Nomination, 'Nomination');

@ObjectType({ description: "A rule of nominations, as the competition's regulations word it, or as Laurel does." })
export class NominationClause {
  @Field(() => NominationRule)
  rule!: NominationRule;

  @Field(() => String)
  text!: string;

  @Field(() => LocalizedText, { nullable: true, description: "The organizers' own words; null where there are none." })
  ownText!: LocalizedText | null;
}

@ObjectType({
  description: 'That an entry goes on with an earlier one under another name: what that one won counts for it.',
})
export class Continuation {
  @Field(() => Entry, { nullable: true, description: 'Null where the viewer may not see it.' })
  earlier!: Entry | null;

  @Field(() => DateTimeScalar)
  markedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Null where the operator did.' })
  markedByName!: string | null;
}

export enum WayUpState {
  AHEAD = 'AHEAD',
  HERE = 'HERE',
  NOMINATED = 'NOMINATED',
  LEFT_OUT = 'LEFT_OUT',
}
registerEnumType(WayUpState, {
  name: 'WayUpState',
  description:
    'AHEAD: a unit below comes first; HERE: this unit has it before it; NOMINATED: this unit has handed it up; LEFT_OUT: it handed up its list, or ran out of time, without it.',
});

@ObjectType({ description: 'A unit on the way of an entry up to the organizers.' })
export class WayUpStep {
  @Field(() => Region)
  region!: Region;

  @Field(() => Organization)
  organization!: Organization;

  @Field(() => WayUpState)
  state!: WayUpState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the list that names it was handed up.' })
  nominatedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'Until when the unit can nominate.' })
  closesAt!: Date;
}

@InputType()
export class NominateEntryInput {
  @Field(() => ID)
  unitId!: string;

  @Field(() => ID)
  entryId!: string;
}

@InputType()
export class RemoveNominationInput {
  @Field(() => ID)
  nominationId!: string;
}

@InputType()
export class RankNominationsInput {
  @Field(() => ID)
  unitId!: string;

  @Field(() => Int, { description: "The unit's version that was seen." })
  version!: number;

  @Field(() => [ID], { description: 'All nominations of the unit, the best first.' })
  nominationIds!: string[];
}

@InputType()
export class SubmitNominationsInput {
  @Field(() => ID)
  unitId!: string;

  @Field(() => Int, { description: "The unit's version that was seen: nobody signs what they have not read." })
  version!: number;
}

@InputType()
export class ReturnNominationsInput {
  @Field(() => ID)
  unitId!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A new end, as clocks of the competition show it: "2026-12-20T18:00". Needed where the time is over.',
  })
  closesAt?: string | null;
}

@InputType({ description: 'Marks an entry as going on with what an earlier entry was about.' })
export class MarkContinuationInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ID, { nullable: true, description: 'The earlier entry; null takes the mark back.' })
  earlierEntryId?: string | null;
}

@InputType()
class NominationClauseInput {
  @Field(() => NominationRule)
  rule!: NominationRule;

  @Field(() => LocalizedText)
  text!: Bilingual;
}

@InputType({ description: 'All clauses in the words of the regulations; a rule that is left out is worded by Laurel.' })
export class SetNominationClausesInput extends InCompetition {
  @Field(() => [NominationClauseInput])
  clauses!: NominationClauseInput[];
}

@ObjectType({ implements: UserError, description: 'A rule forbids it; nothing was changed.' })
export class NominationRefusedError extends UserError {
  @Field(() => NominationRule)
  rule!: NominationRule;

  @Field(() => String, { description: 'The clause that says so.' })
  clause!: string;
}

@ObjectType({
  implements: UserError,
  description: 'Somebody else changed the list in between; nothing was overwritten.',
})
export class StaleListError extends UserError {
  @Field(() => SendingUnit, { description: 'As it is now.' })
  unit!: SendingUnit;
}

@ObjectType({ implements: UserError, description: 'The unit above, or a decision, builds on the list.' })
export class ListInUseError extends UserError {}

/** The success of a mutation that changes the list of a unit. */
@ObjectType()
abstract class UnitSuccess {
  @Field(() => SendingUnit)
  unit!: SendingUnit;
}

@ObjectType()
export class NominateEntrySuccess {
  @Field(() => Nomination)
  nomination!: Nomination;
}

@ObjectType()
export class RemoveNominationSuccess extends UnitSuccess {}

@ObjectType()
export class RankNominationsSuccess extends UnitSuccess {}

@ObjectType()
export class SubmitNominationsSuccess extends UnitSuccess {}

@ObjectType()
export class ReturnNominationsSuccess extends UnitSuccess {}

@ObjectType()
export class MarkContinuationSuccess extends EntrySuccess {}

@ObjectType()
export class SetNominationClausesSuccess extends CompetitionSuccess {}
