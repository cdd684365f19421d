import { once, random } from '../random.ts';
import { PLANS } from '../scenarios/index.ts';
import type { SeedState } from '../types.ts';
import { panels } from './people.ts';
import { projects } from './projects.ts';

const clamp = (value: number) => Math.min(10, Math.max(0, value));

/** Who reviews an entry: three of its category's panel, in turn, so that nobody has more than a few extra. */
const reviewers = once((): Map<string, string[]> => {
  const turns = new Map<string, number>();
  const review = panels().filter((panel) => panel.stageKind === 'REVIEW');
  return new Map(
    projects().map((project) => {
      const panel = review.find(({ categoryKeys }) => categoryKeys.includes(project.categoryKey))!;
      const turn = turns.get(project.categoryKey) ?? 0;
      turns.set(project.categoryKey, turn + 1);
      const codes = Array.from(
        { length: panel.judgesPerEntry },
        (_, i) => panel.judges[(turn + i) % panel.judges.length]!.code,
      );
      return [project.key, codes];
    }),
  );
});

export function reviewJudges(entryKey: string): string[] {
  return reviewers().get(entryKey) ?? [];
}

/**
 * A synthetic mark from 0 to 10 by halves: what the entry is worth, how strict the judge is, how the entry does on
 * this criterion, and noise. Most lie between 6 and 9.5, as marks of a real review do.
 */
export function markFor(judgeCode: string, entryKey: string, criterionKey: string): string {
  const quality = 7.7 + random(`quality/${entryKey}`).normal() * 0.75;
  const severity = random(`severity/${judgeCode}`).normal() * 0.35;
  const strength = random(`strength/${entryKey}/${criterionKey}`).normal() * 0.35;
  const noise = random(`noise/${judgeCode}/${entryKey}/${criterionKey}`).normal() * 0.45;
  return (Math.round(clamp(quality - severity + strength + noise) * 2) / 2).toFixed(1);
}

/** Judges differ in diligence: some have finished their pile, some have hardly begun. */
export function isSheetDone(state: SeedState, judgeCode: string, entryKey: string): boolean {
  const { sheetsDone } = PLANS[state];
  if (sheetsDone === 0 || sheetsDone === 1) return sheetsDone === 1;
  const diligence = (random(`diligence/${judgeCode}`).next() - 0.5) * 0.7;
  return random(`sheet/${judgeCode}/${entryKey}`).next() < sheetsDone + diligence;
}
