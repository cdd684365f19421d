import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar, LocalDateScalar } from '../../core/graphql/scalars.ts';
import { Award } from '../../competition/awards/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { Region } from '../../people/organizations/index.ts';

@ObjectType()
export class VoteBalanceDay {
  @Field(() => LocalDateScalar, { description: "In the competition's time zone." })
  day!: string;

  @Field(() => Int)
  cast!: number;

  @Field(() => Int)
  counted!: number;

  @Field(() => Int)
  held!: number;

  @Field(() => Int)
  voided!: number;
}

@ObjectType()
export class VoteBalanceReason {
  @Field(() => String, { description: 'For held votes a VoteDetector, for voided ones a CaseReason.' })
  code!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Int)
  held!: number;

  @Field(() => Int)
  voided!: number;
}

@ObjectType({
  description:
    'The public balance of all votes: cast = counted + held + voided, always. Never by entry. A few seconds old at most.',
})
export class VoteBalance {
  @Field(() => Int, { description: 'All votes but those that voters took back.' })
  cast!: number;

  @Field(() => Int)
  counted!: number;

  @Field(() => Int, { description: 'Set aside until two organizers have decided.' })
  held!: number;

  @Field(() => Int, { description: 'Not counted, by the word of two organizers.' })
  voided!: number;

  @Field(() => Int, { description: 'Taken back by their voters; not part of `cast`.' })
  retracted!: number;

  @Field(() => [VoteBalanceDay], { description: 'In order; days without a vote are left out.' })
  days!: VoteBalanceDay[];

  @Field(() => [VoteBalanceReason], { description: 'Why votes are held or void; most first.' })
  reasons!: VoteBalanceReason[];
}

@ObjectType()
export class VoteHour {
  @Field(() => DateTimeScalar)
  startsAt!: Date;

  @Field(() => Int)
  counted!: number;

  @Field(() => Int)
  held!: number;
}

@ObjectType()
export class RegionVotes {
  @Field(() => Region)
  region!: Region;

  @Field(() => Int)
  votes!: number;
}

@ObjectType()
export class LevelVotes {
  @Field(() => String, { description: 'An AssuranceLevel, or IMPORTED for ballots that staff entered.' })
  level!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Int)
  votes!: number;
}

@ObjectType({ description: 'How evenly accepted entries were shown to voters, in times shown.' })
export class ShownSpread {
  @Field(() => Int, { description: 'Of the entry that was shown least.' })
  least!: number;

  @Field(() => Int, { description: 'Half of the entries were shown no more often than this.' })
  median!: number;

  @Field(() => Int)
  most!: number;
}

@ArgsType()
export class AttackCostArgs {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Yuan for one accepted vote, above 0; null: what is reported of the weakest level that counts.',
  })
  pricePerVote?: string | null;
}

@ObjectType({
  description:
    'What it would cost a buyer of votes, today and under the declared rule, to lift one entry over the nearest award line.',
})
export class AttackCost {
  @Field(() => Award, { nullable: true, description: 'The award whose line is cheapest to cross.' })
  award?: Award | null;

  @Field(() => Entry, { nullable: true, description: 'The entry for which that is.' })
  entry?: Entry | null;

  @Field(() => Int, { nullable: true, description: 'Null: no number of votes does it, or there is no line to cross.' })
  votes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Identities needed, each voting as often as the rule still lets it.',
  })
  identities?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Yuan.' })
  cost?: string | null;

  @Field(() => DecimalScalar, { description: 'Yuan for one accepted vote.' })
  pricePerVote!: string;

  @Field(() => String, { description: 'The weakest level of assurance that counts, in words.' })
  level!: string;

  @Field(() => String, { description: 'The whole gauge in a sentence.' })
  summary!: string;

  @Field(() => [String], { description: 'What is assumed, and where the price comes from.' })
  assumptions!: string[];
}

@ObjectType({ description: 'What the organizers see of the public vote.' })
export class VoteDesk {
  competitionId!: string;

  @Field(() => Int, { description: 'Voters with at least one vote that was not taken back.' })
  voters!: number;

  @Field(() => [VoteHour], { description: 'Hours with votes, in order; at most the last 800.' })
  hours!: VoteHour[];

  @Field(() => [RegionVotes], { description: "Counted votes by the region of the entries' organizations; most first." })
  regions!: RegionVotes[];

  @Field(() => [LevelVotes], { description: 'Counted votes by how their voters are known; most first.' })
  levels!: LevelVotes[];

  @Field(() => ShownSpread, { nullable: true, description: 'Null while no entry was shown.' })
  shown?: ShownSpread | null;
}
