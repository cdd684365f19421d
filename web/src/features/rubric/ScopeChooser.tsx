import { useTranslation } from 'react-i18next';
import { SelectField } from '../../forms/SelectField';
import { Chips } from '../../ui/Chips';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { judgingStages } from '../../words/judging-stages';
import classes from './Rubric.module.css';
import { isSameScope, scopeOf, type RubricCompetition, type Scope } from './scopes';
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
    <Stack as="section" gap={3} aria-label={t('scope.label')}>
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
      <Columns gap={3} from="phone" className={classes.selects}>
        <SelectField
          label={t('scope.stageLabel')}
          value={scope.stageId ?? ''}
          options={[{ value: '', label: t('scope.allStages') }, ...judgingStages(competition).map(asOption)]}
          onChange={(stageId) => onChange({ ...scope, stageId: stageId || null })}
        />
        <SelectField
          label={t('scope.categoryLabel')}
          value={scope.categoryId ?? ''}
          options={[{ value: '', label: t('scope.allCategories') }, ...competition.categories.map(asOption)]}
          onChange={(categoryId) => onChange({ ...scope, categoryId: categoryId || null })}
        />
      </Columns>
      <p className="soft small reading">{t('scope.help')}</p>
    </Stack>
  );
}

const asOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

/** The general ones first. */
const weightOf = ({ stageId, categoryId }: Scope): number => (stageId ? 1 : 0) + (categoryId ? 2 : 0);
