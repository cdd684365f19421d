import { ActionIcon, Input, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './Criterion.module.css';
import { CriterionDetails } from './CriterionDetails';
import type { CriterionDraft } from './draft';
import { scaleNames, scales, withScale, type ScaleName } from './scales';
import { TextPair } from '../../forms/TextPair';
import type { ErrorAt } from '../../forms/useAct';
import { useNumbers } from './useNumbers';

interface Props {
  criterion: CriterionDraft;
  place: number;
  count: number;
  /** In percent. */
  share: number;
  /** The key it would be saved with. */
  savedKey: string;
  isFrozen: boolean;
  errorAt: ErrorAt;
  onChange: (criterion: CriterionDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export const partId = (id: string, part: 'name' | 'up' | 'down'): string => `criterion-${id}-${part}`;

/** One thing that judges mark: its name, what it weighs, on which scale, and what its marks stand for. */
export function CriterionCard({ criterion, place, count, share, isFrozen, errorAt, onChange, ...acts }: Props) {
  const { t } = useTranslation('rubric');
  const language = useLanguage();
  const { percent, plain } = useNumbers();
  const { id, name, weight, scale } = criterion;
  const at = `criteria.${place}`;
  const weightId = `criterion-${id}-weight`;
  const weightError = errorAt(`${at}.weight`);
  const [mine, other] = language === 'en' ? [name.en, name.zh] : [name.zh, name.en];
  const title = mine.trim() || other.trim() || t('criterion.untitled', { place: place + 1 });
  const inWords = (one: Exclude<ScaleName, 'own'>) => {
    const { minimum, maximum, step } = scales[one];
    return t('criterion.scaleOf', { minimum, maximum, step: plain(step) });
  };
  return (
    <li className={classes.card} aria-label={title}>
      <div className={classes.head}>
        <span className={classes.place} aria-hidden="true">
          {place + 1}
        </span>
        <h3 className={classes.title}>{title}</h3>
        {!isFrozen && (
          <span className={classes.tools}>
            <ActionIcon
              id={partId(id, 'up')}
              variant="subtle"
              size={44}
              aria-label={t('criterion.up', { name: title })}
              disabled={place === 0}
              onClick={() => acts.onMove(-1)}
            >
              <IconArrowUp size={20} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              id={partId(id, 'down')}
              variant="subtle"
              size={44}
              aria-label={t('criterion.down', { name: title })}
              disabled={place === count - 1}
              onClick={() => acts.onMove(1)}
            >
              <IconArrowDown size={20} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="seal"
              size={44}
              aria-label={t('criterion.remove', { name: title })}
              onClick={acts.onRemove}
            >
              <IconX size={20} aria-hidden="true" />
            </ActionIcon>
          </span>
        )}
      </div>
      <fieldset className={classes.fields} disabled={isFrozen} aria-label={title}>
        <TextPair
          id={partId(id, 'name')}
          label={t('criterion.name')}
          texts={name}
          path={`${at}.name`}
          errorAt={errorAt}
          onChange={(texts) => onChange({ ...criterion, name: texts })}
        />
        <div className={classes.measures}>
          <Input.Wrapper id={weightId} label={t('criterion.weight')} error={weightError}>
            <div className={classes.weight}>
              <Input
                id={weightId}
                inputMode="decimal"
                autoComplete="off"
                value={weight}
                error={weightError}
                onChange={({ currentTarget }) => onChange({ ...criterion, weight: currentTarget.value })}
              />
              <span className={classes.share}>
                <span>{t('criterion.share', { share: percent(share) })}</span>
                <span className={classes.track} aria-hidden="true">
                  <span style={{ width: `${share}%` }} />
                </span>
              </span>
            </div>
          </Input.Wrapper>
          <NativeSelect
            label={t('criterion.scale')}
            value={scale}
            onChange={({ currentTarget }) => onChange(withScale(criterion, currentTarget.value as ScaleName))}
          >
            {scaleNames.map((one) => (
              <option key={one} value={one}>
                {inWords(one)}
              </option>
            ))}
            <option value="own">{t('criterion.ownScale')}</option>
          </NativeSelect>
        </div>
        {scale === 'own' && (
          <div className={classes.range}>
            {(['minimum', 'maximum', 'step'] as const).map((side) => (
              <TextInput
                key={side}
                label={t(`criterion.${side}`)}
                inputMode="decimal"
                autoComplete="off"
                value={criterion[side]}
                error={errorAt(`${at}.${side}`)}
                onChange={({ currentTarget }) => onChange({ ...criterion, [side]: currentTarget.value })}
              />
            ))}
          </div>
        )}
      </fieldset>
      <CriterionDetails
        criterion={criterion}
        name={title}
        at={at}
        savedKey={acts.savedKey}
        isFrozen={isFrozen}
        errorAt={errorAt}
        onChange={onChange}
      />
    </li>
  );
}
