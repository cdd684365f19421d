import { Button, NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './WhatIf.module.css';
import { isDeclared, scaleOf, withMethod, type BasisRubric, type BasisRule, type Supposition } from './supposition';

const methods = [
  'MEAN',
  'TRIMMED_MEAN',
  'MEDIAN',
  'RANK_POINTS',
  'Z_SCORE',
  'LINEAR',
  'JUDGE_EFFECT',
  'COPELAND',
] as const;
const levels = ['CRITERION', 'SHEET'] as const;
const hasLevels = (method: Supposition['method']) =>
  method === 'MEAN' || method === 'TRIMMED_MEAN' || method === 'MEDIAN';

interface Props {
  rule: BasisRule;
  rubrics: readonly BasisRubric[];
  judges: readonly { id: string; code: string }[];
  supposed: Supposition;
  onChange: (supposed: Supposition) => void;
  onReset: () => void;
}

/** What to suppose: another method, other weights, a panel without somebody. */
export function SupposeForm({ rule, rubrics, judges, supposed, onChange, onReset }: Props) {
  const { t } = useTranslation('explain');
  const toggle = (id: string) => {
    const { withoutJudgeIds: without } = supposed;
    onChange({
      ...supposed,
      withoutJudgeIds: without.includes(id) ? without.filter((one) => one !== id) : [...without, id],
    });
  };
  return (
    <Stack as="form" gap={4} aria-label={t('whatIf.form')} onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label={t('whatIf.method')}
        value={supposed.method}
        data={methods.map((value) => ({
          value,
          label:
            value === rule.method ? t('whatIf.asDeclared', { value: t(`methods.${value}`) }) : t(`methods.${value}`),
        }))}
        onChange={({ currentTarget }) => {
          const method = methods.find((one) => one === currentTarget.value);
          if (method) onChange(withMethod(supposed, method));
        }}
      />
      {hasLevels(supposed.method) && (
        <NativeSelect
          label={t('whatIf.level')}
          value={supposed.level}
          data={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ ...supposed, level: levels.find((one) => one === currentTarget.value) ?? supposed.level })
          }
        />
      )}
      {supposed.method === 'TRIMMED_MEAN' &&
        (['dropHighest', 'dropLowest'] as const).map((name) => (
          <Weight
            key={name}
            label={t(`whatIf.${name}`)}
            value={supposed[name]}
            was={rule[name]}
            least={name === 'dropHighest' ? (supposed.dropLowest > 0 ? 0 : 1) : supposed.dropHighest > 0 ? 0 : 1}
            most={5}
            step={1}
            onChange={(value) => onChange({ ...supposed, [name]: value })}
          />
        ))}
      {rubrics.map((rubric) => {
        const { step, most } = scaleOf(rubric);
        return (
          <Stack as="fieldset" gap={2} key={rubric.id} className={classes.weights}>
            <legend>
              {rubric.category ? t('whatIf.weightsOf', { category: rubric.category.name }) : t('whatIf.weights')}
            </legend>
            {rubric.criteria.map(({ id, name, weight }) => (
              <Weight
                key={id}
                label={name}
                value={supposed.weights[id] ?? Number(weight)}
                was={Number(weight)}
                least={step}
                most={most}
                step={step}
                onChange={(value) => {
                  const { [id]: _, ...others } = supposed.weights;
                  onChange({ ...supposed, weights: value === Number(weight) ? others : { ...others, [id]: value } });
                }}
              />
            ))}
          </Stack>
        );
      })}
      {judges.length > 0 && (
        <Stack as="fieldset" gap={2} className={classes.weights}>
          <legend>{t('whatIf.without')}</legend>
          <Row gap={1}>
            {judges.map(({ id, code }) => (
              <button
                key={id}
                type="button"
                className={classes.judge}
                aria-pressed={supposed.withoutJudgeIds.includes(id)}
                onClick={() => toggle(id)}
              >
                {code}
              </button>
            ))}
          </Row>
        </Stack>
      )}
      <Button variant="default" disabled={isDeclared(supposed, rule)} onClick={onReset}>
        {t('whatIf.reset')}
      </Button>
    </Stack>
  );
}

interface WeightProps {
  label: string;
  value: number;
  was: number;
  least: number;
  most: number;
  step: number;
  onChange: (value: number) => void;
}

/** A slider with its number, and what it was declared to be. */
function Weight({ label, value, was, least, most, step, onChange }: WeightProps) {
  const { t } = useTranslation('explain');
  const id = useId();
  return (
    <Columns from="always" sizes="minmax(0, 1fr) max-content" gap={4} rowGap={0} className={classes.weight}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>
        {value}
        {value !== was && <small> {t('whatIf.was', { was })}</small>}
      </output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      />
    </Columns>
  );
}
