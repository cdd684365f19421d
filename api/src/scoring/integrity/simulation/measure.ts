import { detect, packVotes, type DeclaredThresholds, type Finding, type VoteDetector } from '../detectors/index.ts';
import type { Simulation } from './simulate.ts';
import { timeZone, type Origin } from './world.ts';

export type CaseName = Exclude<Origin, 'honest'> | 'plain';
export const caseNames: CaseName[] = ['A', 'B', 'C', 'D', 'E', 'H1', 'H2', 'A2', 'B2', 'B3', 'H3', 'H4', 'plain'];

export interface CaseMeasure {
  entries: number;
  /** Entries that a detector noticed, by detector. */
  noticed: Map<VoteDetector, number>;
  /** Entries with at least one held vote. */
  heldEntries: number;
  /** Votes of the case itself (of plain entries: honest ones, there and as bystanders anywhere), and how many are held. */
  votes: number;
  heldVotes: number;
}

interface Measure {
  cases: Map<CaseName, CaseMeasure>;
  votes: number;
  /** Votes in a final state by the machine alone: there is no such state to give. */
  voidedByMachine: number;
  /** Processor time; the wall clock also counts what else the machine does. */
  packCpuMs: number;
  detectCpuMs: number;
  wallMs: number;
}

export const noThresholds: DeclaredThresholds = { nightVotes: null, burstVotes: null, networkVotes: null };

export function measure(simulation: Simulation, declared: DeclaredThresholds = noThresholds): Measure {
  const { votes, caseOf, entryCount, originOf } = simulation;
  const started = performance.now();
  const beforePacking = process.cpuUsage();
  const table = packVotes(votes);
  const packing = process.cpuUsage(beforePacking);
  const beforeDetecting = process.cpuUsage();
  const findings = detect({ table, timeZone, declared, originOf });
  const detecting = process.cpuUsage(beforeDetecting);
  const wallMs = performance.now() - started;
  const cases = new Map<CaseName, CaseMeasure>(
    caseNames.map((name) => [name, { entries: 0, noticed: new Map(), heldEntries: 0, votes: 0, heldVotes: 0 }]),
  );
  for (const name of caseOf.values()) cases.get(name)!.entries += 1;
  cases.get('plain')!.entries = entryCount - caseOf.size;
  for (const [entryId, found] of Map.groupBy(findings, (finding) => finding.entryId)) {
    const ofCase = cases.get(caseOf.get(entryId) ?? 'plain')!;
    for (const detector of new Set(found.map((finding) => finding.detector))) {
      ofCase.noticed.set(detector, (ofCase.noticed.get(detector) ?? 0) + 1);
    }
    if (found.some(({ severity }) => severity === 'HOLD')) ofCase.heldEntries += 1;
  }
  const held = heldIds(findings, table.ids);
  for (const vote of votes) {
    if (vote.isCamouflage) continue;
    const ofCase = cases.get(vote.origin === 'honest' ? 'plain' : vote.origin)!;
    ofCase.votes += 1;
    if (held.has(vote.id)) ofCase.heldVotes += 1;
  }
  const voidedByMachine = findings.filter(({ severity }) => severity !== 'HOLD' && severity !== 'NOTE').length;
  return {
    cases,
    votes: votes.length,
    voidedByMachine,
    packCpuMs: (packing.user + packing.system) / 1_000,
    detectCpuMs: (detecting.user + detecting.system) / 1_000,
    wallMs,
  };
}

function heldIds(findings: readonly Finding[], ids: readonly string[]): Set<string> {
  const held = new Set<string>();
  for (const { severity, rows } of findings) {
    if (severity === 'HOLD') for (const row of rows) held.add(ids[row] ?? '');
  }
  return held;
}
