import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import type { BallotFault } from './choices.ts';
import { InvalidBallotError } from '../vote.types.ts';

/** What is wrong with a ballot, in a sentence. */
export const ballotFault = ({ locale }: Pick<Context, 'locale'>, fault: BallotFault): InvalidBallotError =>
  make(InvalidBallotError, { message: message(locale, `ballot.${fault.fault}`, { ...fault }) });
