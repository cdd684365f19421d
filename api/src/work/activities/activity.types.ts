import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '../../core/graphql/scalars.ts';
import { HourEvidence } from './activity.entity.ts';

@ObjectType('ActivityMeasure', { description: 'What an activity reports: a number with its unit.' })
export class MeasureView {
  @Field(() => String)
  name!: string;

  @Field(() => DecimalScalar)
  value!: string;

  @Field(() => String)
  unit!: string;
}

@ObjectType()
export class EvidenceHours {
  @Field(() => HourEvidence)
  evidence!: HourEvidence;

  @Field(() => DecimalScalar)
  hours!: string;
}

@ObjectType({ description: "What a project's own activity records add up to." })
export class Evidence {
  @Field(() => Int)
  activityCount!: number;

  @Field(() => Int, { description: 'Different volunteers.' })
  volunteerCount!: number;

  @Field(() => Int, { description: 'Sum of the measure "people served" of its activities.' })
  peopleServed!: number;

  @Field(() => DecimalScalar, { description: 'Hours of service, to two decimals.' })
  hours!: string;

  @Field(() => [EvidenceHours], { description: 'The same hours by how they are vouched for; weakest first.' })
  hoursByEvidence!: EvidenceHours[];

  @Field(() => DateTimeScalar, { nullable: true })
  firstActivityAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastActivityAt?: Date | null;
}
