import { Button } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../../forms/LineField';
import { TextPair } from '../../forms/TextPair';
import type { ErrorAt } from '../../forms/useAct';
import { Stack } from '../../ui/layout/Stack';
import { newLevel } from './criteria';
import classes from './Criterion.module.css';
import type { CriterionDraft } from './draft';
import { LevelFields } from './LevelFields';

interface Props {
  criterion: CriterionDraft;
  name: string;
  at: string;
  savedKey: string;
  isFrozen: boolean;
  errorAt: ErrorAt;
  onChange: (criterion: CriterionDraft) => void;
}

const mostLevels = 20;

/** What helps judges to mark alike: guidance, and words for levels. Folded until wanted, or until something is wrong. */
export function CriterionDetails({ criterion, name, at, savedKey, isFrozen, errorAt, onChange }: Props) {
  const { t } = useTranslation('rubric');
  const [isOpened, setIsOpened] = useState(false);
  const { guidance, levels, key } = criterion;
  const wrong = [
    `${at}.key`,
    `${at}.guidance.zh`,
    `${at}.guidance.en`,
    `${at}.levels`,
    ...levels.flatMap((_, index) => ['', '.from', '.zh', '.en'].map((part) => `${at}.levels.${index}${part}`)),
  ].some((path) => errorAt(path) !== undefined);
  const levelsWrong = errorAt(`${at}.levels`);
  const hasGuidance = guidance.zh.trim() !== '' || guidance.en.trim() !== '';
  return (
    <details
      className={classes.details}
      open={isOpened || wrong}
      onToggle={({ currentTarget }) => setIsOpened(currentTarget.open)}
    >
      <summary>
        <IconChevronDown size={20} aria-hidden="true" />
        <span>
          {t('details.title')} <span className="visually-hidden">{t('details.of', { name })}</span>
        </span>
        <span className="soft small">
          {t(hasGuidance ? 'details.guided' : 'details.unguided')} · {t('details.levels', { count: levels.length })}
        </span>
      </summary>
      <Stack as="fieldset" gap={6} className={classes.fields} disabled={isFrozen} aria-label={t('details.title')}>
        <TextPair
          label={t('details.guidance')}
          texts={guidance}
          path={`${at}.guidance`}
          errorAt={errorAt}
          rows={2}
          onChange={(texts) => onChange({ ...criterion, guidance: texts })}
        />
        <Stack gap={3}>
          <p>
            <b>{t('details.levelsTitle')}</b>
            <br />
            <span className="soft small">{t('details.levelsHelp')}</span>
          </p>
          {levelsWrong && (
            <p className="bad small" role="alert">
              {levelsWrong}
            </p>
          )}
          {levels.length > 0 && (
            <Stack as="ul" gap={4}>
              {levels.map((level, index) => (
                <LevelFields
                  key={level.id}
                  level={level}
                  at={`${at}.levels.${index}`}
                  isFrozen={isFrozen}
                  errorAt={errorAt}
                  onChange={(changed) => onChange({ ...criterion, levels: levels.with(index, changed) })}
                  onRemove={() => onChange({ ...criterion, levels: levels.filter((one) => one !== level) })}
                />
              ))}
            </Stack>
          )}
          {!isFrozen && levels.length < mostLevels && (
            <Button
              variant="default"
              className="self-start"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() =>
                onChange({ ...criterion, levels: [...levels, newLevel(levels.length === 0 ? criterion.minimum : '')] })
              }
            >
              {t('details.addLevel')}
            </Button>
          )}
        </Stack>
        <LineField
          kind="key"
          label={t('details.key')}
          description={t('details.keyHelp')}
          placeholder={savedKey}
          maw="24rem"
          value={key}
          error={errorAt(`${at}.key`)}
          onChange={(next) => onChange({ ...criterion, key: next })}
        />
      </Stack>
    </details>
  );
}
