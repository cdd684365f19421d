import type { ScoringRuleInput } from '@laurel/schema/scoring-rule';
import { useState } from 'react';
import { forget, keep, kept } from '../../ui/saving/keep';
import { adviceOn, takeAdvice, type Circumstances, type ScoringAdvice } from './advice';
import { draftOf, isDraft, isSameRule, ruleOf, type Draft, type Problems } from './draft';
import type { JudgingStage } from './shares';

export interface ScoringDraft {
  draft: Draft;
  /** Null while something is wrong. */
  rule: ScoringRuleInput | null;
  /** The last one that was whole, so that a preview need not vanish while somebody types. */
  lastRule: ScoringRuleInput;
  problems: Problems;
  /** What the server found wrong, by field, until that field is changed. */
  refused: Record<string, string>;
  advice: ScoringAdvice[];
  hasChanges: boolean;
  /** Changes from an earlier visit were found on this device. */
  isResumed: boolean;
  change: (change: Partial<Draft>) => void;
  take: (advice: ScoringAdvice) => void;
  refuse: (fields: readonly { path: string; message: string }[]) => void;
  /** Back to what is declared. */
  discard: () => void;
}

/** The rule being written. It stays on this device until it is declared. */
export function useScoringDraft(stage: JudgingStage, isFrozen: boolean, circumstances: Circumstances): ScoringDraft {
  const key = `laurel.scoring-rule.${stage.id}.${stage.scoringRule.version}`;
  const declared = draftOf(stage.scoringRule);
  const [before] = useState(() => (isFrozen ? undefined : kept(key, isDraft)));
  const [written, setWritten] = useState<{ key: string; draft: Draft } | undefined>(before && { key, draft: before });
  const [refused, setRefused] = useState<Record<string, string>>({});
  // What was written on an older version is gone once that has been replaced, here or by somebody else.
  const draft = written?.key === key && !isFrozen ? written.draft : declared;
  const { rule, problems } = ruleOf(draft);
  const [lastRule, setLastRule] = useState<ScoringRuleInput>(rule ?? stage.scoringRule);
  if (rule && JSON.stringify(rule) !== JSON.stringify(lastRule)) setLastRule(rule);

  const write = (next: Draft) => {
    setWritten({ key, draft: next });
    if (isSameRule(next, declared)) forget(key);
    else keep(key, next);
  };
  return {
    draft,
    rule,
    lastRule,
    problems,
    refused,
    advice: isFrozen ? [] : adviceOn(draft, circumstances),
    hasChanges: !isSameRule(draft, declared),
    isResumed: before !== undefined && written?.key === key && written.draft === before,
    change(change) {
      setRefused((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in change))));
      write({ ...draft, ...change });
    },
    take: (advice) => write(takeAdvice(draft, advice, circumstances)),
    refuse: (fields) => setRefused(Object.fromEntries(fields.map(({ path, message }) => [path, message]))),
    discard() {
      forget(key);
      setRefused({});
      setWritten(undefined);
    },
  };
}
