import { useTranslation } from 'react-i18next';
import { OrderedCards } from '../../forms/OrderedCards';
import { textIn } from '../../forms/texts';
import type { ErrorAt } from '../../forms/useAct';
import { useLanguage } from '../../i18n/useLanguage';
import { newCriterion, sharesOf } from './criteria';
import { CriterionFields } from './CriterionFields';
import { keysOf, type CriterionDraft } from './draft';
import { startingCriteria } from './start';

interface Props {
  criteria: readonly CriterionDraft[];
  isFrozen: boolean;
  errorAt: ErrorAt;
  onChange: (criteria: CriterionDraft[]) => void;
}

const most = 50;

/** The criteria in the order in which judges meet them. */
export function CriteriaList({ criteria, isFrozen, errorAt, onChange }: Props) {
  const { t } = useTranslation('rubric');
  const language = useLanguage();
  const shares = sharesOf(criteria);
  const keys = keysOf(criteria);
  const titleOf = ({ name }: CriterionDraft, place: number) =>
    textIn(language, name) || t('criterion.untitled', { place: place + 1 });
  if (isFrozen && criteria.length === 0) return <p>{t('list.none')}</p>;
  return (
    <OrderedCards
      rows={criteria}
      keyOf={({ id }) => id}
      nameOf={titleOf}
      isFrozen={isFrozen}
      start={{
        text: t('list.empty'),
        action: t('list.start'),
        help: t('list.startHelp'),
        makeRows: startingCriteria,
      }}
      add={criteria.length < most ? { label: t('list.add'), makeRow: () => newCriterion(criteria) } : undefined}
      onChange={onChange}
    >
      {(criterion, place, change) => (
        <CriterionFields
          criterion={criterion}
          title={titleOf(criterion, place)}
          at={`criteria.${place}`}
          share={shares[place] ?? 0}
          savedKey={keys[place] ?? ''}
          isFrozen={isFrozen}
          errorAt={errorAt}
          onChange={change}
        />
      )}
    </OrderedCards>
  );
}
