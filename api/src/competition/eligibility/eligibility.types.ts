import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { PartKind } from '../../work/projects/index.ts';
import { InCompetition } from '../competitions/index.ts';
import { EntrySuccess } from '../entries/index.ts';
import { Entry } from '../entries/index.ts';
import { MarkedField, ReviewVerdict } from './decision.entity.ts';

export enum ReviewState {
  OPEN = 'OPEN',
  SPLIT = 'SPLIT',
  SETTLED = 'SETTLED',
}
registerEnumType(ReviewState, {
  name: 'ReviewState',
  description: 'SPLIT: reviewers say different things, and it needs a discussion.',
});

@ObjectType({ description: 'How the review of the present revision of an entry stands; for organizers.' })
export class EntryReview {
  @Field(() => ReviewState)
  state!: ReviewState;

  @Field(() => ReviewVerdict, { nullable: true, description: 'What it is settled as.' })
  verdict?: ReviewVerdict | null;

  @Field(() => Boolean, { description: 'Whether what is settled waits until the decisions are published.' })
  isHeld!: boolean;

  @Field(() => Int, { description: 'How many reviewers have spoken.' })
  spoken!: number;

  @Field(() => Int, { description: 'How many must say the same.' })
  needed!: number;

  @Field(() => Boolean, {
    description: 'Whether any organizer can settle it with a reason: all have spoken, and differ.',
  })
  awaitsSettling!: boolean;

  @Field(() => ReviewVerdict, { nullable: true, description: 'What the viewer has said.' })
  viewerVerdict?: ReviewVerdict | null;

  @Field(() => Boolean, {
    description: 'Whether it is the entry of an organization of the viewer, who then cannot decide.',
  })
  isViewersOwn!: boolean;
}

@ObjectType({ description: 'What an organization is asked to correct; for its members and the organizers.' })
export class Correction {
  @Field(() => String)
  reason!: string;

  @Field(() => [MarkedField])
  fields!: MarkedField[];

  @Field(() => DateTimeScalar, { description: 'The last instant at which it can be handed in again.' })
  until!: Date;

  @Field(() => Boolean)
  isOver!: boolean;
}

@InputType()
class MarkedFieldInput {
  @Field(() => PartKind)
  kind!: PartKind;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  remark!: string;
}

@InputType()
export class DecideEntryInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ReviewVerdict)
  verdict!: ReviewVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'Shown to the organization. Not needed to accept, unless it settles what reviewers do not agree on.',
  })
  reason?: string | null;

  @Field(() => [MarkedFieldInput], { nullable: true, description: 'What is to be corrected, where it is returned.' })
  fields?: MarkedFieldInput[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Where it is returned: the last instant for its correction; by default as long as the competition says, and not before entries of its organization are due as things stand.',
  })
  correctionUntil?: Date | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Settles what reviewers do not agree on, once all of them have spoken.',
  })
  settles?: boolean;
}

@InputType()
export class DecideEntriesInput extends InCompetition {
  @Field(() => [ID], { description: 'At most 200.' })
  entryIds!: string[];

  @Field(() => ReviewVerdict)
  verdict!: ReviewVerdict;

  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  correctionUntil?: Date | null;
}

@InputType()
export class UndoDecisionInput {
  @Field(() => ID)
  decisionId!: string;
}

@InputType()
export class PublishDecisionsInput extends InCompetition {}

@InputType()
export class ExtendCorrectionInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => DateTimeScalar, { description: 'Later than it was.' })
  until!: Date;
}

@ObjectType()
export class DecideEntrySuccess extends EntrySuccess {}

@ObjectType({ description: 'What became of one entry among many.' })
export class DecidedEntry {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => String, { nullable: true, description: 'Why nothing was decided; null where it was.' })
  problem?: string | null;
}

@ObjectType()
export class DecideEntriesSuccess {
  @Field(() => [DecidedEntry], { description: 'In the order in which they were given.' })
  results!: DecidedEntry[];
}

@ObjectType()
export class UndoDecisionSuccess extends EntrySuccess {}

@ObjectType()
export class PublishDecisionsSuccess {
  @Field(() => Int)
  published!: number;

  @Field(() => Int, { description: 'Accepted entries that still wait, because their organizations are not verified.' })
  unverified!: number;
}

@ObjectType()
export class ExtendCorrectionSuccess extends EntrySuccess {}

@ObjectType({ implements: UserError, description: 'The viewer has decided on this revision already.' })
export class AlreadyReviewedError extends UserError {
  @Field(() => ReviewVerdict)
  verdict!: ReviewVerdict;
}

@ObjectType({ implements: UserError, description: 'Nobody decides on an entry of their own organization.' })
export class OwnEntryError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'It can be settled by one word only where all have spoken and do not agree.',
})
export class NotDisputedError extends UserError {
  @Field(() => Int)
  spoken!: number;
}

@ObjectType({ implements: UserError, description: 'Voting or judging has opened; decisions stand.' })
export class DecisionStandsError extends UserError {
  @Field(() => DateTimeScalar, { nullable: true })
  openedAt?: Date | null;
}

@ObjectType({ implements: UserError, description: 'No decision waits to be published.' })
export class NothingToPublishError extends UserError {}

@ObjectType({ implements: UserError, description: 'The sending units on its way have not all handed it up.' })
export class NotNominatedError extends UserError {}
