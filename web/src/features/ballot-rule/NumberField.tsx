import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './NumberField.module.css';
import type { Draft, Problem } from './draft';
import type { RuleDraft } from './useRuleDraft';

/** The fields of a draft that hold a number. */
export type NumberName = {
  [Name in keyof Draft]: Draft[Name] extends string
    ? Name extends 'kind' | 'counts' | 'publicForm'
      ? never
      : Name
    : never;
}[keyof Draft];

interface Props {
  of: RuleDraft;
  name: NumberName;
  label: string;
  help?: ReactNode;
  /** Stands in an empty box: what no number means. */
  none?: string;
  unit?: string;
}

export function NumberField({ of, name, label, help, none, unit }: Props) {
  const inWords = useProblemWords();
  const problem = of.problems[name];
  return (
    <TextInput
      id={`rule-${name}`}
      className={classes.field}
      label={label}
      description={help}
      placeholder={none}
      inputMode={name === 'publicWeight' ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={of.draft[name]}
      error={of.refused[name] ?? (problem && inWords(problem))}
      rightSection={unit && <span className={classes.unit}>{unit}</span>}
      rightSectionWidth={unit ? `${unit.length + 2}em` : undefined}
      onChange={({ currentTarget }) => of.change({ [name]: currentTarget.value })}
    />
  );
}

export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTranslation('rule-wizard');
  return (problem) =>
    'count' in problem ? t(`problems.${problem.kind}`, { count: problem.count }) : t(`problems.${problem.kind}`);
}
