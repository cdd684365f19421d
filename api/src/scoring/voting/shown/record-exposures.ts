import type { Context } from '../../../core/context.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import type { RecordExposuresInput } from '../vote.types.ts';

/** More than fits on any page at once. */
const most = 100;

/** Notes which entries the sender was shown; how many of them they had not been shown within the hour. */
export async function recordExposures(
  context: Context,
  { competitionId, entryIds }: RecordExposuresInput,
): Promise<number> {
  const { ballotBox, exposures, viewer, client } = context;
  if (!isId(competitionId)) throw notFound(context);
  const page = await ballotBox?.book.page(competitionId);
  if (!page || !exposures) throw notFound(context);
  // An anonymous sender without a device could record an entry as often as they like.
  const who = viewer?.id ?? client.device?.id ?? client.address;
  if (!who) return 0;
  const known = [...new Set(entryIds)].filter((id) => page.entries.has(id)).slice(0, most);
  return exposures.record(who, competitionId, known);
}
