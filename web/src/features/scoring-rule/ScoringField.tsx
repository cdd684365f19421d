import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from './draft';
import type { ScoringDraft } from './useScoringDraft';

type Name =
  | 'dropHighest'
  | 'dropLowest'
  | 'criterionPlaces'
  | 'factoredPlaces'
  | 'totalPlaces'
  | 'quorum'
  | 'lotSeed'
  | 'weight'
  | 'alarmRange';

interface Props {
  of: ScoringDraft;
  name: Name;
  label: string;
  help?: ReactNode;
  /** Stands in an empty box: what no number means. */
  none?: string;
}

/** A box of the draft: a number in all but one. */
export function ScoringField({ of, name, label, help, none }: Props) {
  const { t } = useTranslation('scoring-wizard');
  const inWords = (problem: Problem) =>
    'count' in problem ? t(`problems.${problem.kind}`, { count: problem.count }) : t(`problems.${problem.kind}`);
  const problem = of.problems[name];
  const keys = name === 'weight' || name === 'alarmRange' ? 'decimal' : 'numeric';
  return (
    <TextInput
      id={`rule-${name}`}
      label={label}
      description={help}
      placeholder={none}
      inputMode={name === 'lotSeed' ? 'text' : keys}
      autoComplete="off"
      maw="24rem"
      value={of.draft[name]}
      error={of.refused[name] ?? (problem && inWords(problem))}
      onChange={({ currentTarget }) => of.change({ [name]: currentTarget.value })}
    />
  );
}
