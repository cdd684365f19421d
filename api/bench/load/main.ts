import { Pump } from './pump.ts';
import type { Order, Progress, RunResult, Target } from './protocol.ts';

/** The load generator: a process of its own, told what to do over its channel, one run at a time. */
let target: Target | undefined;
let pump: Pump | undefined;

const tell = (message: RunResult | Progress) => process.send?.(message);

process.on('message', (order: Order) => {
  if (order.type === 'target') target = order;
  else if (order.type === 'stop') pump?.stop(order.settleSeconds);
  else if (target) {
    pump = new Pump(order, target);
    const ticker = setInterval(() => pump && tell({ type: 'progress', ok: pump.ok }), 200);
    void pump.run().then((result) => {
      clearInterval(ticker);
      pump = undefined;
      // What the run left behind should not be tidied up during the next.
      globalThis.gc?.();
      tell(result);
    });
  }
});
process.on('disconnect', () => process.exit(0));
