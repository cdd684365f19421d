import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../core/graphql/page.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { Form } from '../../work/forms/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { MissingPart } from '../../work/projects/index.ts';
import { Entry, EntryStatus } from './entry.entity.ts';

export enum EntryOrder {
  SHUFFLED = 'SHUFFLED',
  NUMBER = 'NUMBER',
}
registerEnumType(EntryOrder, {
  name: 'EntryOrder',
  description: 'SHUFFLED: at random, but always the same for one voter, so that no entry is always first.',
});

@ArgsType()
export class EntriesArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  categoryKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Entries from this region and the regions inside it; none that the viewer judges blind.',
  })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words that all must occur in title, summary, organization or number; only in the number where the viewer judges blind.',
  })
  search?: string | null;

  @Field(() => Boolean, { nullable: true })
  shortlisted?: boolean | null;

  @Field(() => EntryOrder, { defaultValue: EntryOrder.SHUFFLED })
  order!: EntryOrder;

  @Field(() => String, {
    nullable: true,
    description: 'Decides the shuffled order for a visitor; ignored when signed in.',
  })
  shuffleSeed?: string | null;
}

@ObjectType({ description: 'How many entries come from a region.' })
export class RegionFigure {
  @Field(() => Region)
  region!: Region;

  @Field(() => Int)
  entries!: number;
}

@InputType()
export class SubmitEntryInput {
  @Field(() => ID)
  projectId!: string;

  @Field(() => ID)
  competitionId!: string;

  @Field(() => ID)
  categoryId!: string;
}

@InputType()
export class ResubmitEntryInput {
  @Field(() => ID)
  entryId!: string;
}

@InputType()
export class WithdrawEntryInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => String)
  reason!: string;
}

/** The success of a mutation that changes an entry. */
@ObjectType()
export abstract class EntrySuccess {
  @Field(() => Entry)
  entry!: Entry;
}

@ObjectType()
export class SubmitEntrySuccess extends EntrySuccess {}

@ObjectType()
export class ResubmitEntrySuccess extends EntrySuccess {}

@ObjectType()
export class WithdrawEntrySuccess extends EntrySuccess {}

@ObjectType({ implements: UserError })
export class SubmissionsClosedError extends UserError {
  @Field(() => DateTimeScalar, { nullable: true })
  opensAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The deadline of the organization, extension included.' })
  closesAt?: Date | null;
}

@ObjectType({ implements: UserError })
export class IncompleteProjectError extends UserError {
  @Field(() => [MissingPart], { description: 'In the order of the form; questions last.' })
  missing!: MissingPart[];
}

@ObjectType({
  implements: UserError,
  description: 'The competition asks for something that is written on another form.',
})
export class WrongFormError extends UserError {
  @Field(() => Form, { description: 'That of the competition.' })
  form!: Form;
}

@ObjectType({ implements: UserError })
export class AlreadyEnteredError extends UserError {
  @Field(() => Entry)
  entry!: Entry;
}

@ObjectType({ implements: UserError, description: 'The competition takes no more entries from one organization.' })
export class TooManyEntriesError extends UserError {
  @Field(() => Int)
  limit!: number;
}

@ObjectType({ implements: UserError, description: 'Its organization has to be verified first.' })
export class OrganizationNotVerifiedError extends UserError {
  @Field(() => Organization)
  organization!: Organization;
}

@ObjectType({
  implements: UserError,
  description: 'The organization was refused; its details have to be mended first.',
})
export class OrganizationRefusedError extends UserError {}

@ObjectType({ implements: UserError, description: 'The entry is not in a state in which this can be done.' })
export class EntryNotEditableError extends UserError {
  @Field(() => EntryStatus)
  status!: EntryStatus;
}
