import { LockMode } from '@mikro-orm/core';
import { decideCaseInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { FieldProblem, InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { assertOrganizer } from '../../../competition/competitions/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { VoteState } from '../../voting/index.ts';
import { beforePublication } from './before-publication.ts';
import { goesWith } from '../case-reason.ts';
import { caseSettled } from './case-settled.ts';
import {
  AlreadyDecidedError,
  DecideCaseSuccess,
  type CaseSettledError,
  type DecideCaseInput,
  type ResultsPublishedError,
} from '../case.types.ts';
import { forgetFigures } from '../figures-cache.ts';
import { releaseVotes } from './move-votes.ts';
import { retrying } from './retrying.ts';
import { CaseDecision, CaseState, CaseVerdict, VoteCase } from '../vote-case.entity.ts';

type Outcome = DecideCaseSuccess | AlreadyDecidedError | CaseSettledError | ResultsPublishedError | InvalidInputError;

/**
 * An organizer's word on a case. Two equal verdicts of two people settle it; a third person breaks a tie. Restored
 * votes count again; void ones stay on record as such.
 */
export async function decideCase(context: Context, input: DecideCaseInput): Promise<Outcome> {
  const { viewer, locale, clock } = context;
  // Even the operator needs a name here: two people decide, not two commands.
  if (!viewer) throw unauthenticated(context);
  const found = isId(input.caseId) ? await context.em.fork().findOne(VoteCase, { id: input.caseId }) : null;
  if (!found) throw notFound(context);
  const competitionId = found.competition.id;
  await assertOrganizer(context, competitionId);
  const parsed = parseInput(context, decideCaseInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  if (!goesWith(input.reason, input.verdict)) {
    const problem = make(FieldProblem, { path: 'reason', message: message(locale, 'integrity.reasonMismatch') });
    return make(InvalidInputError, { message: message(locale, 'input.invalid'), fields: [problem] });
  }
  const outcome = await retrying(() =>
    unitOfWork(context, async (em): Promise<Outcome> => {
      const published = await beforePublication(context, em, competitionId);
      if (published) return published;
      const held = await em.findOneOrFail(VoteCase, { id: found.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (held.state !== CaseState.OPEN) return caseSettled(context, held);
      const decisions = await em.find(CaseDecision, { case: held.id });
      const own = decisions.find(({ user }) => user.id === viewer.id);
      if (own) {
        return make(AlreadyDecidedError, { message: message(locale, 'integrity.alreadyDecided'), decision: own });
      }
      em.create(CaseDecision, {
        case: held,
        user: em.getReference(User, viewer.id),
        verdict: input.verdict,
        reasonCode: input.reason,
        note: parsed.note,
        decidedAt: clock.now(),
      });
      const agreeing = decisions.find(({ verdict }) => verdict === input.verdict);
      if (agreeing) {
        const isVoid = input.verdict === CaseVerdict.VOID;
        held.state = isVoid ? CaseState.VOIDED : CaseState.RESTORED;
        held.reasonCode = input.reason;
        held.firstDecider = agreeing.user.id;
        held.secondDecider = viewer.id;
        held.settledAt = clock.now();
        await em.flush();
        await releaseVotes(em, held.id, isVoid ? VoteState.VOIDED : VoteState.COUNTED);
      }
      recordAct(
        context,
        em,
        'decideCase',
        { type: 'VoteCase', id: held.id },
        { verdict: input.verdict, reason: input.reason, note: parsed.note, state: held.state, votes: held.votes },
      );
      return make(DecideCaseSuccess, { case: held });
    }),
  );
  forgetFigures(competitionId);
  return outcome;
}
