import type { Context } from '../../context.ts';
import type { ScanVotesInput, ScanVotesSuccess } from './case.types.ts';

export async function scanVotes(_context: Context, _input: ScanVotesInput): Promise<ScanVotesSuccess> {
  throw new Error('to come');
}
