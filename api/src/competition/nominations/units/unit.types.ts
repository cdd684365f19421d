import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../../core/graphql/page.ts';
import { UserError } from '../../../core/graphql/user-error.ts';
import { Organization, Region } from '../../../people/organizations/index.ts';
import { CompetitionSuccess, InCompetition } from '../../competitions/index.ts';
import { SendingUnit } from '../sending-unit.entity.ts';

export const SendingUnitConnection = connectionOf(() => SendingUnit, 'SendingUnit');

export enum SendingUnitState {
  UPCOMING = 'UPCOMING',
  OPEN = 'OPEN',
  SUBMITTED = 'SUBMITTED',
  LATE = 'LATE',
}
registerEnumType(SendingUnitState, {
  name: 'SendingUnitState',
  description:
    'UPCOMING: entries cannot be handed in yet; OPEN: it can nominate; SUBMITTED: its list is handed up; LATE: its time is over, and no list came.',
});

@ArgsType()
export class SendingUnitsArgs extends PageArgs {
  @Field(() => SendingUnitState, { nullable: true })
  state?: SendingUnitState | null;
}

@ArgsType()
export class CandidatesArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => String, { nullable: true })
  categoryKey?: string | null;
}

@ObjectType({ description: 'How far nominations are; for organizers.' })
export class NominationFigures {
  @Field(() => Int)
  units!: number;

  @Field(() => Int)
  submitted!: number;

  @Field(() => Int, { description: 'Units whose time is over, and that have handed up no list.' })
  late!: number;

  @Field(() => Int, { description: 'Entries that have come all the way up.' })
  arrived!: number;

  @Field(() => Int, { description: 'As many may come up: the quotas of the units that send to the organizers.' })
  quota!: number;

  @Field(() => Int, { description: 'Entries from where no unit is responsible; they cannot be nominated.' })
  outside!: number;
}

@ObjectType({ description: 'A region that could send, with an organization there that might do it.' })
export class SuggestedUnit {
  @Field(() => Region)
  region!: Region;

  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

@InputType()
export class SendingUnitInput {
  @Field(() => String, { description: 'The code of its region, such as 220100.' })
  regionCode!: string;

  @Field(() => String, { description: 'The slug of an organization, or its whole name in one of the languages.' })
  organization!: string;

  @Field(() => Int)
  quota!: number;

  @Field(() => String, { description: 'What clocks of the competition show, such as "2026-12-20T18:00".' })
  closesAt!: string;
}

@InputType({ description: 'All sending units at once; who sends to whom follows from the regions.' })
export class SetSendingUnitsInput extends InCompetition {
  @Field(() => [SendingUnitInput])
  units!: SendingUnitInput[];
}

@InputType({ description: 'Writes to those that have not handed up their lists.' })
export class RemindSendingUnitsInput extends InCompetition {
  @Field(() => [ID], { nullable: true, description: 'Left out: all of them.' })
  unitIds?: string[] | null;
}

@ObjectType({
  implements: UserError,
  description: 'Entries are in, or a list is handed up, that the change would upset; nothing was changed.',
})
export class SendingUnitsStandError extends UserError {
  @Field(() => SendingUnit, { nullable: true, description: 'The unit that stands in the way.' })
  unit!: SendingUnit | null;
}

@ObjectType()
export class SetSendingUnitsSuccess extends CompetitionSuccess {}

@ObjectType({ implements: UserError, description: 'Every unit has handed its list up.' })
export class NobodyToRemindError extends UserError {}

@ObjectType()
export class RemindSendingUnitsSuccess {
  @Field(() => Int, { description: 'How many messages were written; a person gets at most one a day.' })
  messages!: number;
}
