import type { ReactNode } from 'react';
import { LineField } from '../LineField';
import classes from './RuleField.module.css';
import type { RuleDraft } from './useRuleDraft';

/** The fields of a draft that stand in a box. */
type BoxName<Draft> = { [Name in keyof Draft]: string extends Draft[Name] ? Name : never }[keyof Draft] & string;

interface Props<Draft> {
  of: Pick<RuleDraft<Draft, unknown>, 'draft' | 'errorAt' | 'change'>;
  name: BoxName<Draft>;
  label: string;
  help?: ReactNode;
  /** Stands in an empty box: what no number means. */
  none?: string;
  unit?: string;
  keys?: 'numeric' | 'decimal' | 'text';
}

/** A box of a rule's draft: a number, as a rule. */
export function RuleField<Draft>({ of, name, label, help, none, unit, keys = 'numeric' }: Props<Draft>) {
  return (
    <LineField
      id={`rule-${name}`}
      className={classes.field}
      label={label}
      description={help}
      placeholder={none}
      inputMode={keys}
      value={of.draft[name] as string}
      error={of.errorAt(name)}
      rightSection={unit && <span className={classes.unit}>{unit}</span>}
      rightSectionWidth={unit ? `${unit.length + 2}em` : undefined}
      onChange={(text) => of.change({ [name]: text } as unknown as Partial<Draft>)}
    />
  );
}
