import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../../protection/index.ts';

/** The most messages for one value of a key within a number of seconds. */
interface Limit {
  key: 'all' | 'network' | 'prefix' | 'target';
  most: number;
  seconds: number;
}

/** What a code is about to be sent to, and from where somebody asks for it. */
interface Sending {
  target: string;
  address: string;
}

/** Takes one unit of each limit, or none. Returns the seconds to wait when one is used up, else 0. */
export type SendLimits = (sending: Sending) => Promise<number>;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A campus of some thousand voters stands behind one network; within an hour all of them may ask, some twice. */
const network: Limit = { key: 'network', most: 5000, seconds: hour };

/**
 * Every message costs money, and some earn from numbers they own (SMS pumping): so besides the number and the network
 * there is a limit to the ten thousand numbers around it, and a budget for the whole day that nothing goes beyond.
 */
export const smsLimits = (dailyBudget: number): SendLimits =>
  sendLimits([
    network,
    { key: 'prefix', most: 300, seconds: hour },
    { key: 'target', most: 5, seconds: hour },
    { key: 'target', most: 10, seconds: day },
    { key: 'all', most: dailyBudget, seconds: day },
  ]);

export const mailLimits = (): SendLimits => sendLimits([network, { key: 'target', most: 5, seconds: 10 * minute }]);

export const unlimited: SendLimits = async () => 0;

function sendLimits(limits: Limit[]): SendLimits {
  const limiters = limits.map(({ key, most, seconds }) => ({
    key,
    limiter: new RateLimiterMemory({ points: most, duration: seconds }),
  }));
  return async ({ target, address }) => {
    const keys = { all: 'all', network: networkOf(address), prefix: target.slice(0, -4), target };
    // First look, then take: a refusal uses nothing up, and a flood of refusals leaves nothing in memory.
    for (const { key, limiter } of limiters) {
      const used = await limiter.get(keys[key]);
      if (used && used.consumedPoints >= limiter.points) return waitOf(used);
    }
    // The budget comes last and is taken in one step, so that it holds exactly whatever happens at the same time.
    for (const { key, limiter } of limiters) {
      try {
        await limiter.consume(keys[key]);
      } catch (error) {
        if (error instanceof RateLimiterRes) return waitOf(error);
        throw error;
      }
    }
    return 0;
  };
}

const waitOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
