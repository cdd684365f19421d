import { readFileSync, readdirSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICK_MICROSECONDS = 10_000;

interface Stat {
  parent: number;
  /** Microseconds of processor time, its own and that of its children that have ended. */
  cpu: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return { parent: Number(fields[1]), cpu: ticks * TICK_MICROSECONDS };
  } catch {
    return undefined;
  }
}

export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => statOf(candidate)?.parent === pid);
}

/** Microseconds of processor time of a process and its children so far; 0 where there is no /proc to tell. */
export function cpuOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + (statOf(one)?.cpu ?? 0), 0);
}

export function describeMachine(): string {
  const [first] = cpus();
  const load = loadavg()
    .map((value) => value.toFixed(2))
    .join(' ');
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${availableParallelism()} × ${first?.model.trim() ?? 'unknown processor'} (${arch()}), ${memory}, ${type()} ${release()}; load before the run ${load}`;
}

/** The part of the processors' time that a hypervisor gave to others since `begin`; 0 where there is no /proc to tell. */
export function stolenSince(begin: Times): number {
  const now = processorTimes();
  return (now.stolen - begin.stolen) / Math.max(1, now.all - begin.all);
}

interface Times {
  all: number;
  stolen: number;
}

/** Of all processors together, in hundredths of a second. */
export function processorTimes(): Times {
  if (process.platform !== 'linux') return { all: 0, stolen: 0 };
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  // user nice system idle iowait irq softirq steal; what follows is counted in the first two as well.
  const times = line.trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: times.reduce((sum, time) => sum + time, 0), stolen: times[7] ?? 0 };
}
