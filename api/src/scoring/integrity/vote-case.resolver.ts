import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { referenceFields } from '../../core/graphql/reference-fields.ts';
import { make } from '../../core/graphql/user-error.ts';
import { instantInWords } from '../../core/messages.ts';
import { Entry } from '../../competition/entries/index.ts';
import { Vote } from '../voting/index.ts';
import { CaseReason } from './case-reason.ts';
import { appealsOf, CaseAppealConnection, decisionsOf } from './case.queries.ts';
import { CaseFigure, VoteHold } from './case.types.ts';
import { VoteDetector } from './detectors/index.ts';
import { holdOf } from './cases/holds.ts';
import { detectorInWords, evidenceInWords } from './cases/in-words.ts';
import { CaseDecision, VoteCase, type CaseAppeal } from './vote-case.entity.ts';

export const VoteCaseReferences = referenceFields(VoteCase, { entry: () => Entry });

/** Cases are reached through `Competition.voteDesk` and through what organizers do to them; nobody else sees one. */
@Resolver(() => VoteCase)
export class VoteCaseResolver {
  @FieldResolver(() => VoteDetector)
  detector(@Root() held: VoteCase): string {
    return held.detector;
  }

  @FieldResolver(() => String, { description: 'What the detector looks for, in words.' })
  label(@Root() held: VoteCase, @Ctx() { locale }: Context): string {
    return detectorInWords(locale, held.detector);
  }

  @FieldResolver(() => [CaseFigure], { description: 'What was seen when votes were last held for it.' })
  async evidence(@Root() held: VoteCase, @Ctx() { locale }: Context): Promise<CaseFigure[]> {
    const { timeZone } = await held.competition.loadOrFail();
    const figures = evidenceInWords(locale, held.evidence, (instant) => instantInWords(locale, instant, timeZone));
    return figures.map((figure) => make(CaseFigure, figure));
  }

  @FieldResolver(() => CaseReason, { nullable: true, description: 'Why it was settled so; null while it is open.' })
  reason(@Root() held: VoteCase): string | null {
    return held.reasonCode ?? null;
  }

  @FieldResolver(() => [CaseDecision], { description: 'In their order.' })
  async decisions(@Root() held: VoteCase, @Ctx() context: Context): Promise<CaseDecision[]> {
    return await decisionsOf(context, held.id);
  }

  @FieldResolver(() => CaseDecision, { nullable: true, description: "The viewer's own; it takes somebody else's too." })
  async viewerDecision(@Root() held: VoteCase, @Ctx() context: Context): Promise<CaseDecision | null> {
    const decisions = await decisionsOf(context, held.id);
    return decisions.find(({ user }) => user.id === context.viewer?.id) ?? null;
  }

  @FieldResolver(() => CaseAppealConnection, { description: 'In their order, without names.' })
  async appeals(
    @Root() held: VoteCase,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<CaseAppeal>> {
    return await pageOf(context, appealsOf, args, held.id);
  }
}

@Resolver(() => CaseDecision)
export class CaseDecisionResolver {
  @FieldResolver(() => String, { description: 'Name of the organizer.' })
  async by(@Root() decision: CaseDecision): Promise<string> {
    return (await decision.user.loadOrFail()).name;
  }

  @FieldResolver(() => CaseReason)
  reason(@Root() decision: CaseDecision): string {
    return decision.reasonCode;
  }
}

@Resolver(() => Vote)
export class VoteHoldResolver {
  @FieldResolver(() => VoteHold, {
    nullable: true,
    description: 'Why it is held or void, or was held for a while; null where nobody asked.',
  })
  async hold(@Root() { caseId, voterId }: Vote, @Ctx() context: Context): Promise<VoteHold | null> {
    return caseId ? await holdOf(context, caseId, voterId) : null;
  }
}
