import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { Competition } from '../competition.entity.ts';
import { SubmissionRule } from './submission-rule.entity.ts';
import { ruleSentences, ruleView, submissionRuleOf } from './submission-rule.queries.ts';

@Resolver(() => Competition)
export class CompetitionSubmissionRuleResolver {
  @FieldResolver(() => SubmissionRule, { description: 'How entries are handed in and reviewed.' })
  async submissionRule(@Root() competition: Competition, @Ctx() context: Context): Promise<SubmissionRule> {
    return ruleView(await submissionRuleOf(context, competition.id));
  }
}

@Resolver(() => SubmissionRule)
export class SubmissionRuleResolver {
  @FieldResolver(() => [String], { description: 'What it means for whoever enters, a sentence each.' })
  sentences(@Root() rule: SubmissionRule, @Ctx() context: Context): string[] {
    return ruleSentences(context, rule);
  }
}
