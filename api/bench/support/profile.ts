import { readFileSync } from 'node:fs';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Not the program's own: waiting, and the profiler itself. */
const notOurs = /^\((?:idle|root)\)|node:inspector/;

/** The functions in which the processor spends its time, as shares of the time in which it was busy. */
export function busiest(file: string, count: number): string[] {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url.split('/').slice(-3).join('/');
      return [id, `${functionName || '(anonymous)'} ${place && `${place}:${lineNumber + 1}`}`.trim()];
    }),
  );
  const selfTimes = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = names.get(id) ?? '';
    if (!notOurs.test(name)) selfTimes.set(name, (selfTimes.get(name) ?? 0) + (timeDeltas[i] ?? 0));
  });
  const busy = [...selfTimes.values()].reduce((sum, time) => sum + time, 0);
  return [...selfTimes]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, time]) => `${((time / busy) * 100).toFixed(1).padStart(5)} %  ${name}`);
}
