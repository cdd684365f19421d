import type { Context } from '../../../core/context.ts';
import { personOf, voterOf, type Voter } from '../../voting/index.ts';

/** The pseudonym under which the viewer, or else their device, votes in a competition. */
export async function viewerVoter(context: Context, competitionId: string): Promise<Voter | null> {
  const person = await personOf(context);
  return person && voterOf(context, competitionId, person);
}
