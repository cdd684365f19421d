import { heldOf } from './combine.ts';
import { declared, type DeclaredThresholds } from './declared.ts';
import type { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import type { Evidence, Signal } from './evidence.ts';
import { finished } from './finished.ts';
import { freshIdentities } from './fresh-identities.ts';
import { lockstep } from './lockstep.ts';
import { networkShare } from './network-share.ts';
import { nightShare } from './night-share.ts';
import { regularity } from './regularity.ts';
import { makingScene, type Scene } from './scene.ts';
import { singleEntry } from './single-entry.ts';
import { velocity } from './velocity.ts';
import type { VoteTable } from './vote-table.ts';

export interface EntryOrigin {
  organization: string;
  region: string;
}

export interface DetectionInput {
  table: VoteTable;
  /** IANA name; when it is night is reckoned in it. */
  timeZone: string;
  declared: DeclaredThresholds;
  /** Where an entry comes from, so that sisters and neighbors are not taken for clients of one farm. */
  originOf: (entryId: string) => EntryOrigin;
}

/** Something noticed about an entry. HOLD: its votes are to be held; NOTE: worth knowing, but it proves too little. */
export interface Finding extends Signal {
  entryId: string;
  severity: 'NOTE' | 'HOLD';
  /** Rows of the table, ascending; no vote is in two findings of severity HOLD. */
  rows: readonly number[];
  evidence: Evidence;
}

/** All detectors in turn. Yields after about a millisecond of work, so that a server can slice it. */
export function* detecting(input: DetectionInput): Generator<void, Finding[]> {
  const { table, timeZone, originOf } = input;
  const scene = yield* makingScene(table, timeZone);
  const origins = table.entries.map(originOf);
  const { strangers, neighbors } = yield* lockstep(scene, {
    organizations: numbered(origins.map(({ organization }) => organization)),
    regions: numbered(origins.map(({ region }) => region)),
  });
  const findings: Finding[] = [];
  for (let e = 0; e < table.entries.length; e += 1) {
    const signals = [
      ...declared(scene, e, input.declared),
      strangers.get(e),
      regularity(scene, e),
      nightShare(scene, e),
      velocity(scene, e),
      networkShare(scene, e),
      singleEntry(scene, e),
      freshIdentities(scene, e),
    ].filter((signal) => signal !== null && signal !== undefined);
    const near = strangers.has(e) ? undefined : neighbors.get(e);
    const seen = near ? [...signals, near] : signals;
    if (seen.length > 0) findings.push(...findingsOf(scene, table.entries[e]!, seen, heldOf(scene, signals)));
    yield;
  }
  return findings;
}

export const detect = (input: DetectionInput): Finding[] => finished(detecting(input));

function numbered(names: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  });
}

function findingsOf(
  scene: Scene,
  entryId: string,
  signals: readonly EntrySignal[],
  held: readonly EntrySignal[],
): Finding[] {
  const seen = signals.map(({ detector, value, threshold }) => ({ detector, value, threshold }));
  const isHeld = new Set<VoteDetector>(held.map(({ detector }) => detector));
  const noted = signals.filter(({ detector }) => !isHeld.has(detector));
  const finding = (signal: EntrySignal, severity: Finding['severity']): Finding => ({
    ...signal,
    entryId,
    severity,
    evidence: evidenceOf(scene.table, signal, seen),
  });
  return [...held.map((signal) => finding(signal, 'HOLD')), ...noted.map((signal) => finding(signal, 'NOTE'))];
}

function evidenceOf(table: VoteTable, { detector, threshold, rows }: EntrySignal, signals: Signal[]): Evidence {
  const different = (column: Int32Array) => {
    const values = new Set(rows.map((row) => column[row]!));
    values.delete(-1);
    return values.size;
  };
  const at = (row: number | undefined) => new Date(table.castAt[row ?? 0]!).toISOString();
  return {
    signals,
    voters: different(table.voter),
    networks: different(table.network) || null,
    devices: different(table.device) || null,
    from: at(rows[0]),
    to: at(rows.at(-1)),
    ...(detector.startsWith('DECLARED_') && { declared: threshold }),
  };
}
