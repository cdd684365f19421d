import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../graphql/node.ts';
import { DateTimeScalar, LocalDateScalar } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { Entry } from '../entries/index.ts';

export enum VoteRefusal {
  SIGNED_OUT = 'SIGNED_OUT',
  NOT_YET_OPEN = 'NOT_YET_OPEN',
  CLOSED = 'CLOSED',
  ALREADY_VOTED = 'ALREADY_VOTED',
  QUOTA_USED = 'QUOTA_USED',
  OWN_ORGANIZATION = 'OWN_ORGANIZATION',
}
registerEnumType(VoteRefusal, { name: 'VoteRefusal', description: 'Why the viewer cannot vote for an entry now.' });

@ObjectType({ implements: Node, description: "The viewer's own vote; nobody sees anybody else's." })
export class Vote extends Node {
  @Field(() => DateTimeScalar)
  castAt!: Date;

  @Field(() => LocalDateScalar, { description: "The day it counts for, in the competition's time zone." })
  day!: string;

  entryId!: string;
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

@InputType()
export class CastVoteInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ID, { description: 'A UUID made by the client for this tap; the same key never counts twice.' })
  key!: string;
}

@InputType()
export class RetractVoteInput {
  @Field(() => ID)
  entryId!: string;
}

@ObjectType({ description: 'The vote is on disk and counts.' })
export class CastVoteSuccess {
  @Field(() => Vote)
  vote!: Vote;

  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int)
  votesLeftToday!: number;
}

@ObjectType()
export class RetractVoteSuccess {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int)
  votesLeftToday!: number;
}

@ObjectType({ implements: UserError })
export class AlreadyVotedError extends UserError {
  @Field(() => Vote)
  vote!: Vote;
}

@ObjectType({ implements: UserError })
export class VoteQuotaError extends UserError {
  @Field(() => Int)
  votesPerDay!: number;

  @Field(() => DateTimeScalar)
  nextVoteAt!: Date;
}

@ObjectType({ implements: UserError })
export class VotingClosedError extends UserError {
  @Field(() => DateTimeScalar, { nullable: true })
  opensAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  closesAt?: Date | null;
}

@ObjectType({ implements: UserError })
export class OwnOrganizationError extends UserError {}

@ObjectType({ implements: UserError })
export class NotVotedError extends UserError {}

export const CastVoteResult = createUnionType({
  name: 'CastVoteResult',
  types: () => [CastVoteSuccess, AlreadyVotedError, VoteQuotaError, VotingClosedError, OwnOrganizationError] as const,
});

export const RetractVoteResult = createUnionType({
  name: 'RetractVoteResult',
  types: () => [RetractVoteSuccess, NotVotedError, VotingClosedError] as const,
});
