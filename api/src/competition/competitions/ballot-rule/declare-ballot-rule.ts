import { ballotRuleInput } from '@laurel/schema/ballot-rule';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { hasBegun } from '../../../core/time/window.ts';
import { assertOrganizer } from '../organizer.ts';
import { Competition } from '../competition.entity.ts';
import { StageKind } from '../stage-kind.ts';
import { Stage } from '../stage.entity.ts';
import { reviseVoting } from '../competition.queries.ts';
import { BallotRule } from './ballot-rule.entity.ts';
import { BallotRuleFrozenError, DeclareBallotRuleSuccess, type DeclareBallotRuleInput } from './ballot-rule.types.ts';

/**
 * Declares how the public votes, until voting opens: no result can be defended whose rule changed under the votes.
 * Organizers only; the audit keeps every version.
 */
export async function declareBallotRule(
  context: Context,
  { competitionId, ...given }: DeclareBallotRuleInput,
): Promise<DeclareBallotRuleSuccess | BallotRuleFrozenError | InvalidInputError> {
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, ballotRuleInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    // The stage is locked before the rule, because votes and moves lock the stage.
    await reviseVoting(em, competitionId);
    const stage = await em.findOne(Stage, { competition: competitionId, kind: StageKind.VOTING });
    const competition = await em.findOneOrFail(Competition, { id: competitionId });
    if (stage && hasBegun(competition, stage, context.clock.now())) {
      return userError(context, BallotRuleFrozenError, 'ballotRule.frozen');
    }
    const rule = await em.findOneOrFail(BallotRule, { competition: competitionId });
    em.assign(rule, { ...(parsed as Partial<BallotRule>), version: rule.version + 1, declaredAt: context.clock.now() });
    recordAct(
      context,
      em,
      'declareBallotRule',
      { type: 'Competition', id: competitionId },
      { version: rule.version, ...parsed },
    );
    return make(DeclareBallotRuleSuccess, { competition });
  });
}
