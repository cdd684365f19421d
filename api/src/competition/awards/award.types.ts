import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { CompetitionSuccess, InCompetition } from '../competitions/index.ts';
import { AwardTier } from './award.entity.ts';

@InputType()
class AwardInput {
  @Field(() => AwardTier)
  tier!: AwardTier;

  @Field(() => LocalizedText)
  name!: Bilingual;

  @Field(() => Int, { description: 'How many entries receive it; 1 to 10,000.' })
  quota!: number;
}

@InputType({ description: 'All awards. Once the competition is open, their names can be mended, and the rest stands.' })
export class SetAwardsInput extends InCompetition {
  @Field(() => [AwardInput], { description: 'Each tier once.' })
  awards!: AwardInput[];
}

@ObjectType({ implements: UserError, description: 'The competition is open: what can be won, and how often, stands.' })
export class AwardsStandError extends UserError {}

@ObjectType()
export class SetAwardsSuccess extends CompetitionSuccess {}
