import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../core/graphql/page.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { CompetitionSuccess } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { CaseReason } from './case-reason.ts';
import { VoteDetector } from './detectors/index.ts';
import { CaseDecision, CaseState, CaseVerdict, VoteCase } from './vote-case.entity.ts';

registerEnumType(VoteDetector, {
  name: 'VoteDetector',
  description:
    'What gives a reason to look at votes. DECLARED_*: a threshold that the ballot rule declares. ORGANIZER: held by hand. The others are patterns; several people, not a pattern, decide what becomes of a vote.',
});
registerEnumType(CaseReason, {
  name: 'CaseReason',
  description: 'Why held votes were voided (the first five) or restored (the last two).',
});
@ObjectType({ description: 'What a voter had to say about a held vote.' })
export class HoldAppeal {
  @Field(() => String)
  text!: string;

  @Field(() => DateTimeScalar)
  appealedAt!: Date;
}

@ObjectType({ description: "Why the viewer's vote does not count at the moment, or for good, or did not for a while." })
export class VoteHold {
  @Field(() => ID, { description: 'For `appealHold`.' })
  id!: string;

  @Field(() => String, { description: "In plain words. A declared threshold is cited; a detector's is not told." })
  reason!: string;

  @Field(() => DateTimeScalar)
  since!: Date;

  @Field(() => CaseState)
  state!: CaseState;

  @Field(() => String, { nullable: true, description: 'Why two organizers settled it so; null while it is open.' })
  outcome?: string | null;

  @Field(() => Boolean, { description: 'While it is open, each voter may answer once.' })
  canAppeal!: boolean;

  @Field(() => HoldAppeal, { nullable: true })
  appeal?: HoldAppeal | null;
}

@ObjectType({ description: 'A figure of a case, ready to be read.' })
export class CaseFigure {
  @Field(() => String)
  label!: string;

  @Field(() => String)
  value!: string;
}

@ArgsType()
export class CasesArgs extends PageArgs {
  @Field(() => CaseState, { nullable: true, description: 'Only cases in this state.' })
  state?: CaseState | null;
}

@InputType()
export class ScanVotesInput {
  @Field(() => ID)
  competitionId!: string;
}

@InputType({ description: 'Holds the counted votes for an entry that were cast from `from` up to, not at, `to`.' })
export class HoldVotesInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => String, { description: 'Why; read by the other organizers.' })
  reason!: string;
}

@InputType()
export class DecideCaseInput {
  @Field(() => ID)
  caseId!: string;

  @Field(() => CaseVerdict)
  verdict!: CaseVerdict;

  @Field(() => CaseReason, { description: 'One that goes with the verdict.' })
  reason!: CaseReason;

  @Field(() => String, { description: 'What was looked at and found; read by the other organizers.' })
  note!: string;
}

@InputType()
export class AppealHoldInput {
  @Field(() => ID)
  holdId!: string;

  @Field(() => String, { description: 'At most 500 characters.' })
  text!: string;
}

@ObjectType({ description: 'What a scan noticed about an entry; only what is marked so was held.' })
export class VoteFinding {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => VoteDetector)
  detector!: VoteDetector;

  @Field(() => String, { description: 'In words, with the figure seen and the figure from which it is noticed.' })
  summary!: string;

  @Field(() => Int)
  votes!: number;

  @Field(() => Boolean, { description: 'False: worth knowing, but honest groups look the same, so nothing was held.' })
  isHeld!: boolean;
}

@ObjectType()
export class ScanVotesSuccess extends CompetitionSuccess {
  @Field(() => Int, { description: 'Votes looked at.' })
  scanned!: number;

  @Field(() => Int, { description: 'Votes that this scan held.' })
  held!: number;

  @Field(() => [VoteFinding], { description: 'The gravest first, at most 100.' })
  findings!: VoteFinding[];
}

@ObjectType()
export class HoldVotesSuccess {
  @Field(() => VoteCase)
  case!: VoteCase;
}

@ObjectType({ description: 'The verdict is noted; `case.state` tells whether it settled the case.' })
export class DecideCaseSuccess {
  @Field(() => VoteCase)
  case!: VoteCase;
}

@ObjectType()
export class AppealHoldSuccess {
  @Field(() => VoteHold)
  hold!: VoteHold;
}

@ObjectType({ implements: UserError, description: 'No counted vote lies in that span.' })
export class NothingToHoldError extends UserError {}

@ObjectType({ implements: UserError, description: 'Another scan of this competition is running.' })
export class ScanRunningError extends UserError {}

@ObjectType({ implements: UserError, description: 'The results are published; what they count stands.' })
export class ResultsPublishedError extends UserError {
  @Field(() => DateTimeScalar)
  publishedAt!: Date;
}

@ObjectType({ implements: UserError, description: 'Two organizers have settled it already.' })
export class CaseSettledError extends UserError {
  @Field(() => CaseState)
  state!: CaseState;

  @Field(() => DateTimeScalar)
  settledAt!: Date;
}

@ObjectType({ implements: UserError, description: 'It takes two people: nobody decides the same case twice.' })
export class AlreadyDecidedError extends UserError {
  @Field(() => CaseDecision)
  decision!: CaseDecision;
}

@ObjectType({ implements: UserError })
export class AlreadyAppealedError extends UserError {
  @Field(() => HoldAppeal)
  appeal!: HoldAppeal;
}
