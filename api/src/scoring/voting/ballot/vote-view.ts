import { voteIdOf, type StoredVote } from './ballot.ts';
import { receiptOf } from './receipt.ts';
import { Vote } from '../vote.types.ts';

/** A stored vote as its own voter sees it. Made without the constructor, which would draw a new id for each. */
export const voteView = ({ secret }: { secret: string }, vote: StoredVote): Vote =>
  Object.assign(Object.create(Vote.prototype) as Vote, vote, {
    id: voteIdOf(vote),
    receipt: receiptOf(secret, vote),
  });
