import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar, DecimalScalar, LocalDateScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { AssuranceLevel } from '../../competition/competitions/index.ts';
import { VoteState } from './vote.entity.ts';

export enum VoteRefusal {
  SIGNED_OUT = 'SIGNED_OUT',
  NOT_YET_OPEN = 'NOT_YET_OPEN',
  CLOSED = 'CLOSED',
  ALREADY_VOTED = 'ALREADY_VOTED',
  QUOTA_USED = 'QUOTA_USED',
  OWN_ORGANIZATION = 'OWN_ORGANIZATION',
  /** Signed in in a way that does not count here. */
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
}
registerEnumType(VoteRefusal, { name: 'VoteRefusal', description: 'Why the viewer cannot vote for an entry now.' });

registerEnumType(VoteState, {
  name: 'VoteState',
  description: 'HELD: people look at it before it counts. VOIDED: two people decided that it does not count.',
});

@ObjectType({
  implements: Node,
  description: "The viewer's own vote; nobody sees anybody else's.",
  simpleResolvers: true,
})
export class Vote extends Node {
  @Field(() => DateTimeScalar)
  castAt!: Date;

  @Field(() => LocalDateScalar, { description: "The day it counts for, in the competition's time zone." })
  day!: string;

  @Field(() => Int, { description: 'What it is worth under the declared rule; 1 for a tap.' })
  points!: number;

  @Field(() => Int, { description: 'Place of the choice on its ballot, from 0.' })
  ordinal!: number;

  @Field(() => VoteState)
  state!: string;

  @Field(() => String, {
    description: 'A code that only we could have given, for this vote as it was acknowledged: `7QK4-0M2X-9ZTB`.',
  })
  receipt!: string;

  competitionId!: string;
  voterId!: string;
  key!: string;
  entryId!: string;
  caseId!: string | null;
}

@ObjectType({ description: 'What the viewer may do with a vote on this entry now, and why not.' })
export class EntryVoting {
  @Field(() => Boolean)
  canVote!: boolean;

  @Field(() => VoteRefusal, { nullable: true })
  refusal?: VoteRefusal | null;

  @Field(() => Int, { nullable: true, description: 'Null when signed out or while voting is not open.' })
  votesLeftToday?: number | null;

  @Field(() => Vote, { nullable: true, description: "The viewer's vote of today." })
  vote?: Vote | null;

  @Field(() => DateTimeScalar, { nullable: true })
  opensAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  closesAt?: Date | null;
}

export enum VoteQuotaScope {
  DAY = 'DAY',
  STAGE = 'STAGE',
  CATEGORY = 'CATEGORY',
  ENTRY = 'ENTRY',
}
registerEnumType(VoteQuotaScope, { name: 'VoteQuotaScope', description: 'Which limit of the ballot rule is reached.' });

@InputType()
export class CastVoteInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ID, { description: 'A UUID made by the client for this tap; the same key never counts twice.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The solution of the challenge, where one was asked for.' })
  proof?: string | null;
}

@ObjectType({ description: 'How often an entry was shown to voters, and how readily they chose it.' })
export class EntryExposure {
  @Field(() => Int, { description: 'Times shown, once an hour per person or device.' })
  shown!: number;

  @Field(() => DecimalScalar, { description: 'Votes divided by times shown, but by no less than `exposureFloor`.' })
  score!: string;
}

@InputType()
export class RecordExposuresInput {
  @Field(() => ID)
  competitionId!: string;

  @Field(() => [ID], { description: 'Entries that were seen on the screen; at most 100 are taken.' })
  entryIds!: string[];
}

@InputType()
class ChoiceInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => Int, { nullable: true, description: 'Only where the method is POINTS: 1 to `maxPoints`.' })
  points?: number | null;
}

@InputType()
export class CastBallotInput {
  @Field(() => ID)
  competitionId!: string;

  @Field(() => [ChoiceInput], { description: "In the voter's order, which counts where the method is RANKED." })
  choices!: ChoiceInput[];

  @Field(() => ID, { description: 'A UUID made by the client for this ballot; the same key never counts twice.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The solution of the challenge, where one was asked for.' })
  proof?: string | null;
}

@InputType()
export class RetractBallotInput {
  @Field(() => ID)
  competitionId!: string;
}

@InputType()
export class RetractVoteInput {
  @Field(() => ID)
  entryId!: string;
}

@ObjectType({ description: 'The vote is on disk and counts.', simpleResolvers: true })
export class CastVoteSuccess {
  @Field(() => Vote)
  vote!: Vote;

  entryId!: string;

  @Field(() => Int)
  votesLeftToday!: number;
}

@ObjectType({ description: 'The ballot is on disk and every choice on it counts.' })
export class CastBallotSuccess {
  @Field(() => [Vote], { description: "In the voter's order." })
  votes!: Vote[];

  competitionId!: string;

  @Field(() => Int, { description: 'Ballots left today.' })
  votesLeftToday!: number;
}

@ObjectType()
export class RetractVoteSuccess {
  entryId!: string;

  @Field(() => Int)
  votesLeftToday!: number;
}

@ObjectType({ description: 'The whole ballot of today is taken back.' })
export class RetractBallotSuccess {
  competitionId!: string;

  @Field(() => Int, { description: 'Ballots left today.' })
  votesLeftToday!: number;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class AlreadyVotedError extends UserError {
  @Field(() => Vote)
  vote!: Vote;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class VoteQuotaError extends UserError {
  @Field(() => VoteQuotaScope)
  scope!: VoteQuotaScope;

  @Field(() => Int, { description: 'How many the rule allows in that scope.' })
  allowed!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null where no more votes come.' })
  nextVoteAt?: Date | null;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class VotingClosedError extends UserError {
  @Field(() => DateTimeScalar, { nullable: true })
  opensAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  closesAt?: Date | null;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class OwnOrganizationError extends UserError {}

@ObjectType({ implements: UserError })
export class NotVotedError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'Votes of people who signed in like this do not count here.',
  simpleResolvers: true,
})
export class NotEligibleError extends UserError {
  @Field(() => [AssuranceLevel], { description: 'The levels that count.' })
  levels!: AssuranceLevel[];
}

@ObjectType({
  implements: UserError,
  description: 'Some work for the device first: solve the challenge and send the vote again, with the same key.',
  simpleResolvers: true,
})
export class ChallengeNeededError extends UserError {
  @Field(() => String, { description: 'An ALTCHA challenge, as JSON.' })
  challenge!: string;
}

@ObjectType({
  implements: UserError,
  description: 'Not taken in, or nobody knows; send the same vote again, with the same key, after the time given.',
  simpleResolvers: true,
})
export class OverloadedError extends UserError {
  @Field(() => Int)
  retryAfterSeconds!: number;
}

@ObjectType({
  implements: UserError,
  description: 'The choices are not a ballot under the declared rule.',
  simpleResolvers: true,
})
export class InvalidBallotError extends UserError {}

@ObjectType({ implements: UserError, description: 'The rule lets no vote be taken back, or this one is void.' })
export class NotRetractableError extends UserError {}
