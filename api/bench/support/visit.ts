import { successes } from '../load/protocol.ts';
import type { Stage } from './stage.ts';

/** Some voters open a page, which shows that sessions hold; a server that knows nobody would be measured very fast. */
export async function visit(stage: Stage): Promise<void> {
  const { fixtures, load } = stage;
  const visitors = Math.min(2000, stage.voters);
  const { entries } = await fixtures.arena();
  const result = await load.run({
    operation: 'viewer',
    plan: 'even',
    entries,
    connections: 64,
    limit: visitors,
    seconds: 180,
  });
  if (successes(result.outcomes) !== visitors) {
    throw new Error(`not everybody is signed in: ${JSON.stringify(result.outcomes)}`);
  }
}
