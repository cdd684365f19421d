import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import { UserError } from '../../../core/graphql/user-error.ts';
import { CompetitionSuccess, InCompetition } from '../../competitions/index.ts';
import { Stage, StageKind } from '../../competitions/index.ts';

@InputType()
class StageInput {
  @Field(() => StageKind)
  kind!: StageKind;

  @Field(() => LocalizedText)
  name!: Bilingual;

  @Field(() => String, { description: 'What clocks there show, such as "2026-11-21T20:00".' })
  opensAt!: string;

  @Field(() => String, { description: 'Likewise; the first minute at which it is closed.' })
  closesAt!: string;
}

@InputType({ description: 'All stages with the times that clocks in the zone show; only while it is being set up.' })
export class SetStagesInput extends InCompetition {
  @Field(() => String, { description: 'IANA name; becomes the zone of the competition.' })
  timeZone!: string;

  @Field(() => [StageInput])
  stages!: StageInput[];
}

@InputType({ description: 'Moves a stage of an open competition, with a reason that everybody can read.' })
export class MoveStageInput {
  @Field(() => ID)
  stageId!: string;

  @Field(() => String, { nullable: true, description: 'What clocks there show; null: as it was.' })
  opensAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Likewise.' })
  closesAt?: string | null;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ implements: UserError, description: 'Judges have been seated for a stage that was to go.' })
export class StageInUseError extends UserError {}

@ObjectType({ implements: UserError, description: 'A stage that cannot be moved so.' })
export class StageStandsError extends UserError {}

@ObjectType()
export class SetStagesSuccess extends CompetitionSuccess {
  @Field(() => [String], { description: 'Where a time is shown twice because clocks go back: which one was taken.' })
  notes!: string[];
}

@ObjectType()
export class MoveStageSuccess {
  @Field(() => Stage)
  stage!: Stage;
}
