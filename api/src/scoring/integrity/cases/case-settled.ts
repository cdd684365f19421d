import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { CaseSettledError } from '../case.types.ts';
import type { VoteCase } from '../vote-case.entity.ts';

export const caseSettled = ({ locale, clock }: Context, { state, settledAt }: VoteCase): CaseSettledError =>
  make(CaseSettledError, {
    message: message(locale, 'integrity.settled'),
    state,
    settledAt: settledAt ?? clock.now(),
  });
