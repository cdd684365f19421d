import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, OneToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '../../../core/graphql/scalars.ts';
import { Competition } from '../competition.entity.ts';

export enum BallotStyle {
  TAP = 'TAP',
  BALLOT = 'BALLOT',
}
registerEnumType(BallotStyle, {
  name: 'BallotStyle',
  description: 'TAP: every tap is a vote of its own. BALLOT: several choices are cast together, as one ballot.',
});

export enum BallotMethod {
  APPROVAL = 'APPROVAL',
  POINTS = 'POINTS',
  RANKED = 'RANKED',
}
registerEnumType(BallotMethod, {
  name: 'BallotMethod',
  description:
    'What a choice is worth. APPROVAL: one point. POINTS: the points the voter gives it. RANKED: Borda points, the first of at most k choices k points, the next k - 1.',
});

export enum CountVisibility {
  HIDDEN = 'HIDDEN',
  DELAYED = 'DELAYED',
  LIVE = 'LIVE',
}
registerEnumType(CountVisibility, {
  name: 'CountVisibility',
  description:
    'HIDDEN: no counts until voting has closed. DELAYED: counts of some minutes ago, rounded down. LIVE: as they stand.',
});

export enum PublicForm {
  RANK_POINTS = 'RANK_POINTS',
  SHARE = 'SHARE',
}
registerEnumType(PublicForm, {
  name: 'PublicForm',
  description:
    'How the public vote enters the result, out of 100. RANK_POINTS: by how many entries were left behind. SHARE: as a share of the most votes.',
});

export enum AssuranceLevel {
  DEVICE = 'DEVICE',
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  OIDC = 'OIDC',
}
registerEnumType(AssuranceLevel, {
  name: 'AssuranceLevel',
  description:
    'How sure we are that a voter is one person, weakest first: a device, an e-mail address, a phone number, a sign-in vouched for by somebody else (WeChat, an organization).',
});

/** The levels at which somebody has shown to hold an address, a number or an account. */
const verifiedLevels = [AssuranceLevel.EMAIL, AssuranceLevel.PHONE, AssuranceLevel.OIDC];

/** How the public votes in a competition; said before voting opens, shown to voters, and not to be changed after. */
@ObjectType({ description: 'How the public votes. Declared before voting opens; from then on it cannot be changed.' })
@Entity({ tableName: 'ballot_rules' })
@Check({
  name: 'ballot_rules_choices_range',
  expression: 'min_choices >= 1 and max_choices >= min_choices and max_choices <= 10000',
})
@Check({
  name: 'ballot_rules_tap',
  expression: "style <> 'TAP' or (method = 'APPROVAL' and max_choices = 1)",
})
@Check({
  name: 'ballot_rules_points_range',
  expression: 'max_points >= 1 and max_points <= 10000 and max_sum >= 1 and max_sum <= 10000000',
})
@Check({
  name: 'ballot_rules_votes_range',
  expression:
    'votes_per_day >= 1 and votes_per_day <= 1000 and votes_per_stage >= 1 and votes_per_stage <= 30000 and votes_per_category >= 1 and votes_per_category <= 30000 and votes_per_entry >= 1 and votes_per_entry <= 1000',
})
@Check({
  name: 'ballot_rules_counts_range',
  expression:
    'count_delay_minutes >= 0 and count_delay_minutes <= 1440 and count_rounding >= 1 and count_rounding <= 1000',
})
@Check({ name: 'ballot_rules_weight_range', expression: 'public_weight >= 0 and public_weight <= 100' })
@Check({
  name: 'ballot_rules_levels_known',
  expression: "cardinality(levels) > 0 and levels <@ array['DEVICE', 'EMAIL', 'PHONE', 'OIDC']",
})
@Check({
  name: 'ballot_rules_thresholds_range',
  expression: 'night_votes >= 1 and burst_votes >= 1 and network_votes >= 1 and exposure_floor >= 1',
})
@Trigger({
  name: 'ballot_rules_frozen',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if exists (select from stages where competition_id = old.competition_id and kind = 'VOTING' and has_opened(id)) then
        raise exception 'voting has opened; its rule stands' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class BallotRule {
  @OneToOne(() => Competition, { ref: true, primary: true, deleteRule: 'restrict', owner: true })
  competition!: Ref<Competition>;

  @Field(() => BallotStyle)
  @Enum(() => BallotStyle)
  style!: BallotStyle;

  @Field(() => BallotMethod)
  @Enum(() => BallotMethod)
  method!: BallotMethod;

  @Field(() => Int, { description: 'Fewest choices on one ballot.' })
  @Property({ type: 'integer' })
  minChoices!: number;

  @Field(() => Int, { description: 'Most choices on one ballot.' })
  @Property({ type: 'integer' })
  maxChoices!: number;

  @Field(() => Int, { description: 'Most points for one choice, where the method is POINTS.' })
  @Property({ type: 'integer' })
  maxPoints!: number;

  @Field(() => Int, { description: 'Most points on one ballot, where the method is POINTS.' })
  @Property({ type: 'integer' })
  maxSum!: number;

  @Field(() => Int, {
    description:
      "How many votes (taps, or whole ballots) one voter may cast on one day of the competition's time zone.",
  })
  @Property({ type: 'integer' })
  votesPerDay!: number;

  @Field(() => Int, { nullable: true, description: 'Likewise in the whole voting stage; null: no further limit.' })
  @Property({ type: 'integer', nullable: true })
  votesPerStage?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many choices in one category one voter may make in the whole stage; null: no further limit.',
  })
  @Property({ type: 'integer', nullable: true })
  votesPerCategory?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often one voter may choose one entry in the whole stage; null: once a day.',
  })
  @Property({ type: 'integer', nullable: true })
  votesPerEntry?: number | null;

  @Field(() => Boolean, { description: 'Members may not vote for entries of their own organization.' })
  @Property({ type: 'boolean', default: true })
  excludesOwnOrganization: Opt<boolean> = true;

  @Field(() => Boolean, { description: 'Voters may take a vote back until voting closes.' })
  @Property({ type: 'boolean', default: true })
  mayRetract: Opt<boolean> = true;

  @Field(() => CountVisibility, { description: 'What voters see of the counts while voting is open.' })
  @Enum(() => CountVisibility)
  counts!: CountVisibility;

  @Field(() => Int, { description: 'Minutes by which shown counts lag, where they are DELAYED.' })
  @Property({ type: 'integer' })
  countDelayMinutes!: number;

  @Field(() => Int, { description: 'Shown counts are multiples of it, rounded down, where they are DELAYED.' })
  @Property({ type: 'integer' })
  countRounding!: number;

  @Field(() => DecimalScalar, { description: 'Share of the public vote in the result, in percent, 0 to 100.' })
  @Property({ type: 'decimal', precision: 5, scale: 2 })
  publicWeight!: string;

  @Field(() => PublicForm, { description: 'How the public vote enters the result.' })
  @Enum({ items: () => PublicForm, default: PublicForm.RANK_POINTS })
  publicForm: Opt<PublicForm> = PublicForm.RANK_POINTS;

  @Field(() => Boolean, {
    description: 'The score is choices divided by times shown, with a floor, instead of the plain count.',
  })
  @Property({ type: 'boolean', default: false })
  isExposureCorrected: Opt<boolean> = false;

  @Field(() => Int, { description: 'An entry shown less often than this counts as shown this often.' })
  @Property({ type: 'integer' })
  exposureFloor!: number;

  @Field(() => [AssuranceLevel], { description: 'The levels of assurance at which a vote counts.' })
  @Property({ type: 'array', columnType: 'text[]' })
  levels!: AssuranceLevel[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Declared threshold: more votes than this for one entry between 01:00 and 06:00 of one night are held.',
  })
  @Property({ type: 'integer', nullable: true })
  nightVotes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Declared threshold: more votes than this for one entry within ten minutes are held.',
  })
  @Property({ type: 'integer', nullable: true })
  burstVotes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Declared threshold: more votes than this for one entry from one network on one day are held.',
  })
  @Property({ type: 'integer', nullable: true })
  networkVotes?: number | null;

  @Field(() => Int, { description: 'Raised by every change.' })
  @Property({ type: 'integer', default: 1 })
  version: Opt<number> = 1;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  @Property({ type: 'timestamptz' })
  declaredAt!: Date;
}

/** What a competition votes by when nothing else is said: verified voters, one tap a vote, counts hidden. */
export const defaultBallotRule = {
  style: BallotStyle.TAP,
  method: BallotMethod.APPROVAL,
  minChoices: 1,
  maxChoices: 1,
  maxPoints: 1,
  maxSum: 1,
  votesPerDay: 5,
  votesPerStage: null,
  votesPerCategory: null,
  votesPerEntry: null,
  excludesOwnOrganization: true,
  mayRetract: true,
  counts: CountVisibility.HIDDEN,
  countDelayMinutes: 5,
  countRounding: 10,
  publicWeight: '0',
  publicForm: PublicForm.RANK_POINTS,
  isExposureCorrected: false,
  exposureFloor: 100,
  levels: verifiedLevels,
  nightVotes: null,
  burstVotes: null,
  networkVotes: null,
} satisfies BallotRuleValues;

export type BallotRuleValues = Omit<BallotRule, 'competition' | 'version' | 'declaredAt' | symbol>;
