import { Input } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../../forms/LineField';
import { SelectField } from '../../forms/SelectField';
import { TextPair } from '../../forms/TextPair';
import type { ErrorAt } from '../../forms/useAct';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import classes from './Criterion.module.css';
import { CriterionDetails } from './CriterionDetails';
import type { CriterionDraft } from './draft';
import { scaleNames, scales, withScale } from './scales';
import { useNumbers } from './useNumbers';

interface Props {
  criterion: CriterionDraft;
  title: string;
  /** Its path in the rubric. */
  at: string;
  /** In percent. */
  share: number;
  /** The key it would be saved with. */
  savedKey: string;
  isFrozen: boolean;
  errorAt: ErrorAt;
  onChange: (criterion: CriterionDraft) => void;
}

/** One thing that judges mark: its name, what it weighs, on which scale, and what its marks stand for. */
export function CriterionFields({ criterion, title, at, share, savedKey, isFrozen, errorAt, onChange }: Props) {
  const { t } = useTranslation('rubric');
  const { percent, plain } = useNumbers();
  const { weight, scale } = criterion;
  const change = (values: Partial<CriterionDraft>) => onChange({ ...criterion, ...values });
  const weightId = useId();
  const weightError = errorAt(`${at}.weight`);
  return (
    <>
      <Stack as="fieldset" gap={4} disabled={isFrozen} aria-label={title}>
        <TextPair
          label={t('criterion.name')}
          texts={criterion.name}
          path={`${at}.name`}
          errorAt={errorAt}
          onChange={(name) => change({ name })}
        />
        <Columns gap={3} from="phone" align="start">
          <Input.Wrapper id={weightId} label={t('criterion.weight')} error={weightError}>
            <Columns gap={3} from="always" align="start" sizes="minmax(0, 7rem) minmax(0, 1fr)">
              <Input
                id={weightId}
                inputMode="decimal"
                autoComplete="off"
                value={weight}
                error={weightError}
                onChange={({ currentTarget }) => change({ weight: currentTarget.value })}
              />
              <span className={classes.share}>
                <span>{t('criterion.share', { share: percent(share) })}</span>
                <span className={classes.track} aria-hidden="true">
                  <span style={{ width: `${share}%` }} />
                </span>
              </span>
            </Columns>
          </Input.Wrapper>
          <SelectField
            label={t('criterion.scale')}
            value={scale}
            options={[
              ...scaleNames.map((value) => {
                const { minimum, maximum, step } = scales[value];
                return { value, label: t('criterion.scaleOf', { minimum, maximum, step: plain(step) }) };
              }),
              { value: 'own' as const, label: t('criterion.ownScale') },
            ]}
            onChange={(next) => onChange(withScale(criterion, next))}
          />
        </Columns>
        {scale === 'own' && (
          <Columns gap={3} from="always" align="start" sizes="repeat(3, minmax(0, 1fr))">
            {(['minimum', 'maximum', 'step'] as const).map((side) => (
              <LineField
                key={side}
                kind="decimal"
                label={t(`criterion.${side}`)}
                value={criterion[side]}
                error={errorAt(`${at}.${side}`)}
                onChange={(value) => change({ [side]: value })}
              />
            ))}
          </Columns>
        )}
      </Stack>
      <CriterionDetails
        criterion={criterion}
        name={title}
        at={at}
        savedKey={savedKey}
        isFrozen={isFrozen}
        errorAt={errorAt}
        onChange={onChange}
      />
    </>
  );
}
