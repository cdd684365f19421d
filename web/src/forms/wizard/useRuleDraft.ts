import { useState } from 'react';
import type { Act, ErrorAt } from '../useAct';
import { useKeptDraft, type KeptDraft } from '../useKeptDraft';

/** What all rules have that are written in boxes and declared as a whole. */
interface RuleKind<Draft, Rule, Problem> {
  isDraft: (value: unknown) => value is Draft;
  draftOf: (rule: Rule) => Draft;
  /** The rule that the draft is, or what is wrong with it. Boxes that are not shown do not count. */
  ruleOf: (draft: Draft) => { rule: Rule | null; problems: Partial<Record<keyof Draft & string, Problem>> };
}

export interface RuleDraft<Draft, Rule> extends Omit<KeptDraft<Draft>, 'change'> {
  /** Null while something is wrong. */
  rule: Rule | null;
  /** The last one that was whole, so that a preview need not vanish while somebody types. */
  lastRule: Rule;
  /** What is wrong with a field, here or as the server found it. */
  errorAt: ErrorAt;
  /** All fields with something wrong in them. */
  wrongFields: readonly string[];
  change: (change: Partial<Draft>) => void;
  write: (draft: Draft) => void;
  declare: () => Promise<boolean>;
}

interface Options<Draft, Rule, Problem, Data, Input> {
  /** Of the place on this device. */
  key: string;
  declared: Rule;
  isFrozen: boolean;
  kind: RuleKind<Draft, Rule, Problem>;
  inWords: (problem: Problem) => string;
  act: Act<Data, Input>;
  inputOf: (rule: Rule) => Input;
}

/** A rule being written. It stays on this device until it is declared. */
export function useRuleDraft<Draft extends object, Rule extends object, Problem, Data, Input>({
  key,
  declared,
  isFrozen,
  kind: { isDraft, draftOf, ruleOf },
  inWords,
  act,
  inputOf,
}: Options<Draft, Rule, Problem, Data, Input>): RuleDraft<Draft, Rule> {
  const { change: write, ...form } = useKeptDraft(key, draftOf(declared), {
    isFrozen,
    isDraft,
    fingerprint: (draft) => JSON.stringify(ruleOf(draft).rule ?? draft),
  });
  const { rule, problems } = ruleOf(form.draft);
  const [lastRule, setLastRule] = useState(rule ?? declared);
  if (rule && JSON.stringify(rule) !== JSON.stringify(lastRule)) setLastRule(rule);
  return {
    ...form,
    rule,
    lastRule,
    errorAt(field) {
      const problem = problems[field as keyof Draft & string];
      return act.errorAt(field) ?? (problem && inWords(problem));
    },
    wrongFields: [...Object.keys(problems), ...act.fields.map(({ path }) => path)],
    write,
    change(change) {
      for (const field of Object.keys(change)) act.clear(field);
      write({ ...form.draft, ...change });
    },
    discard() {
      act.clear();
      form.discard();
    },
    declare: async () => rule !== null && (await form.save(async () => (await act.run(inputOf(rule))) !== undefined)),
  };
}
