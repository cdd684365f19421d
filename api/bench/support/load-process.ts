import type { Progress, RunOrder, RunResult } from '../load/protocol.ts';
import { answerOf, endOwn, forkOwn } from './children.ts';
import { secret } from './fixtures.ts';

type Run = Omit<RunOrder, 'type' | 'seed'>;

export interface LoadProcess {
  pid: number;
  run: (order: Run) => Promise<RunResult>;
  /** Lets a run that is on end: nothing new, and so long for what has no clear outcome. */
  stop: (settleSeconds: number) => void;
  /** Successes of the run that is on, a few times a second; returns how to hear no more. */
  onProgress: (listener: (ok: number) => void) => () => void;
  end: () => Promise<void>;
}

/** The load generator, ready for the voters of these servers. */
export function startLoad(program: string, ports: number[], voters: number): LoadProcess {
  const child = forkOwn(program, { execArgv: ['--expose-gc', '--max-semi-space-size=64'] });
  child.send({ type: 'target', ports, secret, voters });
  // Keys begin with it: no two runs share one, nor do two benches on one machine.
  let seed = Math.floor(Math.random() * 2 ** 30);
  return {
    pid: child.pid ?? 0,
    async run(order) {
      seed += 1;
      child.send({ type: 'run', seed, ...order });
      const longest = order.seconds * 1000 + 120_000;
      return await answerOf<RunResult>(child, 'done', 'the load generator', longest);
    },
    stop: (settleSeconds) => child.send({ type: 'stop', settleSeconds }),
    onProgress(listener) {
      const hear = (message: Progress) => {
        if (message.type === 'progress') listener(message.ok);
      };
      child.on('message', hear);
      return () => child.off('message', hear);
    },
    end: () => endOwn(child),
  };
}
