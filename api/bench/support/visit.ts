import { successes } from '../load/protocol.ts';
import { progress } from './report.ts';
import type { Stage } from './stage.ts';

/** Every voter opens a page once before voting, so that the server has seen their session. */
export async function visit(stage: Stage): Promise<void> {
  progress('… every voter opens a page');
  const { fixtures, load, voters } = stage;
  const { entries } = await fixtures.arena();
  const result = await load.run({
    operation: 'viewer',
    plan: 'even',
    entries,
    connections: 64,
    limit: voters,
    seconds: 180,
  });
  if (successes(result.outcomes) !== voters) {
    throw new Error(`not every voter is signed in: ${JSON.stringify(result.outcomes)}`);
  }
}
