import { useTranslation } from 'react-i18next';
import { freeKey } from '../../forms/free-key';
import { LineField } from '../../forms/LineField';
import { OrderedCards } from '../../forms/OrderedCards';
import { TextPair } from '../../forms/TextPair';
import { noTexts, textIn, textsOf, type Texts } from '../../forms/texts';
import { SetCategoriesDocument } from '../../gql/SetCategories';
import { useLanguage } from '../../i18n/useLanguage';
import { StepFrame } from './StepFrame';
import type { StepProps } from './types';
import { useStepForm } from './useStepForm';
import { usualCategories } from './usual';

interface Row {
  id: string | null;
  key: string;
  name: Texts;
}

/** In which fields entries compete, in the order in which people see them. */
export function CategoriesStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const isOpen = competition.openedAt !== null;
  const form = useStepForm(SetCategoriesDocument, {
    key: `${competition.id}.categories`,
    saved: competition.categories.map(({ id, key, nameTexts }): Row => ({ id, key, name: textsOf(nameTexts) })),
    inputOf: (categories) => ({ competitionId: competition.id, categories }),
    onSaved: () => onSaved(),
  });
  const { draft, errorAt, change } = form;
  return (
    <StepFrame form={form} onNext={onNext}>
      <OrderedCards
        rows={draft}
        keyOf={({ id }, place) => id ?? `new-${place}`}
        nameOf={({ name, key }) => textIn(language, name) || key || t('categories.new')}
        isFixed={({ id }) => isOpen && id !== null}
        error={errorAt('categories')}
        add={{ label: t('categories.add'), makeRow: () => ({ id: null, key: freeKey('c', draft), name: noTexts }) }}
        start={{
          text: t('categories.none'),
          action: t('categories.usual'),
          makeRows: () => usualCategories.map((one) => ({ id: null, ...one })),
        }}
        onChange={change}
      >
        {(row, place, put) => (
          <>
            <TextPair
              label={t('categories.name')}
              texts={row.name}
              path={`categories.${place}.name`}
              errorAt={errorAt}
              onChange={(name) => put({ ...row, name })}
            />
            <LineField
              kind="key"
              label={t('categories.key')}
              description={t('categories.keyHelp')}
              value={row.key}
              disabled={isOpen && row.id !== null}
              error={errorAt(`categories.${place}.key`)}
              onChange={(key) => put({ ...row, key })}
            />
          </>
        )}
      </OrderedCards>
    </StepFrame>
  );
}
