import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { CompetitionSuccess, InCompetition } from '../competitions/index.ts';
import { Category, Competition } from '../competitions/index.ts';

@InputType({ description: 'Begins to set a competition up; the viewer becomes its organizer.' })
export class BeginCompetitionInput {
  @Field(() => ID, { description: 'An organization of `viewer.hosts`.' })
  hostId!: string;

  @Field(() => LocalizedText)
  name!: Bilingual;

  @Field(() => String, { description: 'Stands in its address: small letters, digits and single hyphens; at most 60.' })
  slug!: string;
}

@InputType({
  description:
    'What a competition is. Once it is open, its name, tagline and description can be mended, and the rest stands.',
})
export class SetCompetitionBasicsInput extends InCompetition {
  @Field(() => LocalizedText)
  name!: Bilingual;

  @Field(() => LocalizedText, { description: 'What it is, in one sentence; may be empty while it is being set up.' })
  tagline!: Bilingual;

  @Field(() => LocalizedText, { description: 'Plain text; a blank line begins a paragraph.' })
  description!: Bilingual;

  @Field(() => String)
  slug!: string;

  @Field(() => ID)
  hostId!: string;

  @Field(() => ID, { description: "The host's region or one inside it, or one that the viewer organizes." })
  regionId!: string;

  @Field(() => String, { description: 'IANA name. Stages keep what their clocks show.' })
  timeZone!: string;
}

@InputType()
class CategoryInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Stands in addresses; small letters, digits and single hyphens.' })
  key!: string;

  @Field(() => LocalizedText)
  name!: Bilingual;
}

@InputType({
  description: 'All categories, in their order. Once the competition is open, none may go or change its key.',
})
export class SetCategoriesInput extends InCompetition {
  @Field(() => [CategoryInput], { description: 'At most 60.' })
  categories!: CategoryInput[];
}

@InputType()
export class AddOrganizerInput extends InCompetition {
  @Field(() => String, { description: 'Whoever gets its mail can sign in and runs the competition from then on.' })
  email!: string;
}

@InputType()
export class RemoveOrganizerInput extends InCompetition {
  @Field(() => ID)
  userId!: string;
}

@InputType({
  description:
    'Begins a competition with everything that another of the viewer has: categories, rubrics, rules, awards, stages.',
})
export class CopyCompetitionInput extends InCompetition {
  @Field(() => String)
  slug!: string;

  @Field(() => LocalizedText, { nullable: true, description: 'Null: the same.' })
  name?: Bilingual | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Stages come at the same date and time, so many years later; 1 to 20.',
  })
  years?: number | null;

  @Field(() => Int, { nullable: true, description: 'Stages come at the same time, so many days later.' })
  days?: number | null;
}

@InputType({ description: 'From now on everybody sees the competition, and what it says stands.' })
export class OpenCompetitionInput extends InCompetition {}

@ObjectType({ description: 'Something to do before a competition can be opened, or that would be good to have done.' })
export class ChecklistItem {
  @Field(() => String)
  key!: string;

  @Field(() => Boolean)
  isDone!: boolean;

  @Field(() => Boolean, { description: 'Without it the competition cannot be opened.' })
  isRequired!: boolean;

  @Field(() => String, { description: 'What is there, or what is missing.' })
  sentence!: string;

  @Field(() => String, { description: 'The page where it is done.' })
  path!: string;
}

@ObjectType({ implements: Node, description: 'A person who runs a competition.' })
export class Organizer extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Null for who signs in by phone or through another login.' })
  email!: string | null;
}

@ObjectType({ implements: UserError, description: 'The competition is open: what it says stands.' })
export class CompetitionOpenedError extends UserError {}

@ObjectType({ implements: UserError, description: 'Another competition has this address.' })
export class SlugTakenError extends UserError {}

@ObjectType({ implements: UserError, description: 'Entries, panels or rubrics are tied to a category that was to go.' })
export class CategoryInUseError extends UserError {
  @Field(() => Category)
  category!: Category;
}

@ObjectType({ implements: UserError, description: 'Somebody has to run the competition.' })
export class LastOrganizerError extends UserError {}

@ObjectType({ implements: UserError, description: 'Something that is required is missing.' })
export class IncompleteCompetitionError extends UserError {
  @Field(() => [ChecklistItem])
  missing!: ChecklistItem[];
}

@ObjectType()
export class BeginCompetitionSuccess extends CompetitionSuccess {}

@ObjectType()
export class SetCompetitionBasicsSuccess extends CompetitionSuccess {}

@ObjectType()
export class SetCategoriesSuccess extends CompetitionSuccess {}

@ObjectType()
export class AddOrganizerSuccess extends CompetitionSuccess {}

@ObjectType()
export class RemoveOrganizerSuccess {
  @Field(() => Competition, {
    nullable: true,
    description: 'Null where the viewer left one that they can no longer see.',
  })
  competition!: Competition | null;
}

@ObjectType()
export class CopyCompetitionSuccess extends CompetitionSuccess {}

@ObjectType()
export class OpenCompetitionSuccess extends CompetitionSuccess {}
