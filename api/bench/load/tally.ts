import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { isTypedRefusal, success, type RunResult, type Second } from './protocol.ts';

const histogram = () => createHistogram({ lowest: 1, highest: 120_000_000, figures: 3 });
const milliseconds = (microseconds: number) => microseconds / 1000;

interface Bin {
  sent: number;
  ok: number;
  refused: number;
  failed: number;
  stolen: number;
  latencies: RecordableHistogram;
}

/** Counts outcomes and how long the successful ones took, over the whole run and for each of its seconds. */
export class Tally {
  ok = 0;
  answered = 0;
  private readonly outcomes = new Map<string, number>();
  private readonly latencies = histogram();
  private readonly bins: Bin[] = [];

  constructor(private readonly countsSeconds: boolean) {}

  sent(second: number): void {
    if (this.countsSeconds) this.bin(second).sent += 1;
  }

  add(outcome: string, latencyMs: number, second: number): void {
    this.answered += 1;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    const isOk = success.has(outcome);
    const microseconds = Math.max(1, Math.round(latencyMs * 1000));
    if (isOk) {
      this.ok += 1;
      this.latencies.record(microseconds);
    }
    if (!this.countsSeconds) return;
    const bin = this.bin(second);
    if (isOk) {
      bin.ok += 1;
      bin.latencies.record(microseconds);
    } else if (isTypedRefusal(outcome)) bin.refused += 1;
    else bin.failed += 1;
  }

  /** What a hypervisor gave to others in that second. */
  stolen(second: number, share: number): void {
    if (this.countsSeconds) this.bin(second).stolen = share;
  }

  private bin(second: number): Bin {
    for (let next = this.bins.length; next <= second; next += 1) {
      this.bins.push({ sent: 0, ok: 0, refused: 0, failed: 0, stolen: 0, latencies: histogram() });
    }
    return this.bins[second] as Bin;
  }

  result(): Pick<RunResult, 'answered' | 'outcomes' | 'p50' | 'p99' | 'max' | 'perSecond'> {
    const { latencies } = this;
    return {
      answered: this.answered,
      outcomes: Object.fromEntries(this.outcomes),
      p50: milliseconds(latencies.percentile(50)),
      p99: milliseconds(latencies.percentile(99)),
      max: milliseconds(latencies.max),
      perSecond: this.bins.map((bin): Second => ({
        sent: bin.sent,
        ok: bin.ok,
        refused: bin.refused,
        failed: bin.failed,
        stolen: bin.stolen,
        p50: milliseconds(bin.latencies.percentile(50)),
        p99: milliseconds(bin.latencies.percentile(99)),
      })),
    };
  }
}
