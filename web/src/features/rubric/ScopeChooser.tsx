import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chips } from '../../ui/Chips';
import classes from './Rubric.module.css';
import { isSameScope, judgingStages, scopeOf, type RubricCompetition, type Scope } from './scopes';
import { useScopeWords } from './useScopeWords';

interface Props {
  competition: RubricCompetition;
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** Which rubric: the ones there are at a press, any other by its stage and category. */
export function ScopeChooser({ competition, scope, onChange }: Props) {
  const { t } = useTranslation('rubric');
  const inWords = useScopeWords(competition);
  const said = competition.rubrics.map(scopeOf).toSorted((one, other) => weightOf(one) - weightOf(other));
  return (
    <section className={classes.scope} aria-label={t('scope.label')}>
      {said.length > 1 && (
        <Chips
          label={t('scope.existing')}
          choices={said.map((one, index) => ({ value: String(index), label: inWords(one) }))}
          value={String(said.findIndex((one) => isSameScope(one, scope)))}
          onChange={(index) => {
            const chosen = said[Number(index)];
            if (chosen) onChange(chosen);
          }}
        />
      )}
      <div className={classes.selects}>
        <NativeSelect
          label={t('scope.stageLabel')}
          value={scope.stageId ?? ''}
          onChange={({ currentTarget }) => onChange({ ...scope, stageId: currentTarget.value || null })}
        >
          <option value="">{t('scope.allStages')}</option>
          {judgingStages(competition).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t('scope.categoryLabel')}
          value={scope.categoryId ?? ''}
          onChange={({ currentTarget }) => onChange({ ...scope, categoryId: currentTarget.value || null })}
        >
          <option value="">{t('scope.allCategories')}</option>
          {competition.categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </div>
      <p className={classes.help}>{t('scope.help')}</p>
    </section>
  );
}

/** The general ones first. */
const weightOf = ({ stageId, categoryId }: Scope): number => (stageId ? 1 : 0) + (categoryId ? 2 : 0);
