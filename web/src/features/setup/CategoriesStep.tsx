import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SetCategoriesDocument } from '../../gql/SetCategories';
import { useLanguage } from '../../i18n/useLanguage';
import type { StepProps } from './BasicsStep';
import { CardHead } from './CardHead';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import { TextPair } from '../../forms/TextPair';
import { noTexts, textsOf, type Texts } from '../../forms/texts';
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
  const [send] = useMutation(SetCategoriesDocument);
  const [news, setNews] = useState('');
  const isOpen = competition.openedAt !== null;
  const saved: Row[] = competition.categories.map(({ id, key, nameTexts }) => ({ id, key, name: textsOf(nameTexts) }));
  const form = useStepForm(`laurel.setup.${competition.id}.categories`, saved, async (categories) => {
    const input = { competitionId: competition.id, categories };
    return (await send({ variables: { input }, context: { staysOnPage: true } })).data?.setCategories;
  });
  const { draft, errorAt, change } = form;
  const move = (place: number, by: -1 | 1) => {
    const row = draft[place];
    if (!row) return;
    const rest = draft.toSpliced(place, 1);
    setNews(t('cards.moved', { place: place + by + 1, count: draft.length }));
    change(rest.toSpliced(place + by, 0, row));
  };
  const nameOf = ({ name, key }: Row) => (language === 'en' ? name.en || name.zh : name.zh || name.en) || key;
  return (
    <StepFrame form={form} onSaved={onSaved} onNext={onNext}>
      {draft.length === 0 && (
        <div className={classes.start}>
          <p>{t('categories.none')}</p>
          <Button variant="light" onClick={() => change(usualCategories.map((one) => ({ id: null, ...one })))}>
            {t('categories.usual')}
          </Button>
        </div>
      )}
      <ol className={classes.cards}>
        {draft.map((row, place) => (
          <li key={row.id ?? `new-${place}`} className={classes.card}>
            <CardHead
              name={nameOf(row) || t('categories.new')}
              place={place}
              count={draft.length}
              isLoose={!isOpen || row.id === null}
              onMove={(by) => move(place, by)}
              onRemove={() => {
                setNews(t('cards.removed', { name: nameOf(row) }));
                change(draft.toSpliced(place, 1));
              }}
            />
            <TextPair
              label={t('categories.name')}
              texts={row.name}
              path={`categories.${place}.name`}
              errorAt={errorAt}
              onChange={(name) => change(draft.with(place, { ...row, name }))}
            />
            <TextInput
              label={t('categories.key')}
              description={t('categories.keyHelp')}
              value={row.key}
              disabled={isOpen && row.id !== null}
              error={errorAt(`categories.${place}.key`)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              onChange={({ currentTarget }) => change(draft.with(place, { ...row, key: currentTarget.value }))}
            />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {errorAt('categories') && (
        <p className={classes.error} role="alert">
          {errorAt('categories')}
        </p>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} />}
        className={classes.inStart}
        onClick={() => change([...draft, { id: null, key: freeKey(draft), name: noTexts }])}
      >
        {t('categories.add')}
      </Button>
    </StepFrame>
  );
}

/** A key that none of the rows has. */
function freeKey(rows: readonly Row[]): string {
  let number = rows.length + 1;
  while (rows.some(({ key }) => key === `c${number}`)) number += 1;
  return `c${number}`;
}
