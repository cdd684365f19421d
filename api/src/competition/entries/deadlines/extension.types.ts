import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../../core/graphql/page.ts';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { UserError } from '../../../core/graphql/user-error.ts';
import { CompetitionSuccess, InCompetition } from '../../competitions/index.ts';
import { Extension } from './extension.entity.ts';
import { WindowState } from './submission-window.ts';

registerEnumType(WindowState, {
  name: 'WindowState',
  description:
    'UPCOMING; OPEN; IN_GRACE: still taken, and marked as late; FILES_ONLY: files can follow to what was handed in; CLOSED.',
});

@ObjectType({
  description: 'When an organization can hand in. Every instant is inclusive; the clock of the database decides.',
})
export class SubmissionWindow {
  @Field(() => WindowState, { description: 'By the clock of the server.' })
  state!: WindowState;

  @Field(() => DateTimeScalar)
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant for everybody without an extension.' })
  closesAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant at which what is handed in is in time.' })
  deadline!: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant at which it is taken, and marked as late.' })
  graceUntil!: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant at which files can be added to what was handed in.' })
  filesUntil!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of the extension; null without one.' })
  extendedUntil!: Date | null;
}

@ArgsType()
export class ExtensionsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Those that were revoked or replaced, too.' })
  withRevoked!: boolean;
}

@ArgsType()
export class OrganizationSearchArgs extends PageArgs {
  @Field(() => String, { description: 'Part of its name.' })
  search!: string;
}

@InputType({ description: 'Lets one organization hand in later than the others. Its members are told.' })
export class GrantExtensionInput extends InCompetition {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, {
    description: 'What clocks in the zone of the competition show, such as "2026-11-21T20:00"; that instant included.',
  })
  until!: string;

  @Field(() => String, { description: 'Told to the organization.' })
  reason!: string;
}

@InputType()
export class RevokeExtensionInput {
  @Field(() => ID)
  extensionId!: string;

  @Field(() => String)
  reason!: string;
}

@ObjectType()
export class GrantExtensionSuccess extends CompetitionSuccess {
  @Field(() => Extension)
  extension!: Extension;
}

@ObjectType()
export class RevokeExtensionSuccess extends CompetitionSuccess {
  @Field(() => Extension)
  extension!: Extension;
}

@ObjectType({ implements: UserError, description: 'An extension that cannot be given, or taken back, so.' })
export class ExtensionRefusedError extends UserError {}
