import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SetAwardsDocument } from '../../gql/SetAwards';
import { Choice } from '../../ui/wizard/Choice';
import type { StepProps } from './BasicsStep';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import { TextPair } from '../../forms/TextPair';
import { textsOf, type Texts } from '../../forms/texts';
import { useStepForm } from './useStepForm';
import { usualAwards } from './usual';

interface Row {
  tier: 'FIRST' | 'SECOND' | 'THIRD';
  name: Texts;
  quota: string;
}
const tiers = ['FIRST', 'SECOND', 'THIRD'] as const;

/** What can be won, and how many win it. */
export function AwardsStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const [send] = useMutation(SetAwardsDocument);
  const { id, openedAt, awards } = competition;
  const isOpen = openedAt !== null;
  const saved = awards.map(({ tier, nameTexts, quota }): Row => ({
    tier,
    name: textsOf(nameTexts),
    quota: `${quota}`,
  }));
  const form = useStepForm(`laurel.setup.${id}.awards`, saved, async (draft) => {
    const input = {
      competitionId: id,
      awards: draft.map((row) => ({ ...row, quota: Math.trunc(Number(row.quota)) || 0 })),
    };
    return (await send({ variables: { input }, context: { staysOnPage: true } })).data?.setAwards;
  });
  const { draft, errorAt } = form;
  const put = (rows: Row[]) => form.change(rows.toSorted((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier)));
  const usual = usualAwards.map((award): Row => ({ ...award, quota: `${award.quota}` }));
  return (
    <StepFrame form={form} onSaved={onSaved} onNext={onNext}>
      {draft.length === 0 && !isOpen && (
        <div className={classes.start}>
          <p>{t('awards.none')}</p>
          <Button variant="light" onClick={() => put(usual)}>
            {t('awards.usual')}
          </Button>
        </div>
      )}
      {isOpen && <p className={classes.help}>{t('awards.stands')}</p>}
      <ul className={classes.cards}>
        {tiers.map((tier, index) => {
          const place = draft.findIndex((row) => row.tier === tier);
          const row = draft[place];
          const change = (values: Partial<Row>) => row && put(draft.with(place, { ...row, ...values }));
          return (
            <li key={tier} className={classes.card}>
              <fieldset className={classes.fields} disabled={isOpen}>
                <Choice
                  type="checkbox"
                  name="awards"
                  value={tier}
                  isChosen={row !== undefined}
                  title={t(`awards.tiers.${tier}`)}
                  text={t(`awards.about.${tier}`)}
                  onChange={(isChosen) => {
                    const added = usual[index];
                    put(isChosen && added ? [...draft, added] : draft.filter((one) => one.tier !== tier));
                  }}
                />
              </fieldset>
              {row && (
                <>
                  <TextPair
                    label={t('awards.name')}
                    texts={row.name}
                    path={`awards.${place}.name`}
                    errorAt={errorAt}
                    onChange={(name) => change({ name })}
                  />
                  <TextInput
                    label={t('awards.quota')}
                    value={row.quota}
                    disabled={isOpen}
                    inputMode="numeric"
                    className={classes.short}
                    error={errorAt(`awards.${place}.quota`)}
                    onChange={({ currentTarget }) => change({ quota: currentTarget.value.replaceAll(/\D/g, '') })}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </StepFrame>
  );
}
