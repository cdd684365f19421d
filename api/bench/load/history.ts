import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * What a client knows of its votes, on its own disk, one line an event: `i n` sent for the first time, `o n` counted,
 * `f n` refused for good, `u n` no clear outcome. n is the number of the request.
 */
export class History {
  private readonly file: number;
  private lines = '';

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(event: 'i' | 'o' | 'f' | 'u', n: number): void {
    this.lines += `${event} ${n}\n`;
    if (this.lines.length > 64_000) this.flush();
  }

  private flush(): void {
    writeSync(this.file, this.lines);
    this.lines = '';
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }
}

type Fate = 'ok' | 'fail' | 'unknown';

/** How each vote ended, by number; `doubt` are those that had no clear outcome at some time. */
export function readHistory(path: string): { fates: Map<number, Fate>; doubt: Set<number> } {
  const fates = new Map<number, Fate>();
  const doubt = new Set<number>();
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    if (line === '') continue;
    const n = Number(line.slice(2));
    if (line[0] === 'o') fates.set(n, 'ok');
    else if (line[0] === 'f') fates.set(n, 'fail');
    else if (!fates.has(n)) fates.set(n, 'unknown');
    if (line[0] === 'u') doubt.add(n);
  }
  return { fates, doubt };
}
