import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../forms/boxes';
import { LineField } from '../../forms/LineField';
import { TextPair } from '../../forms/TextPair';
import { textsOf, type Texts } from '../../forms/texts';
import { SetAwardsDocument } from '../../gql/SetAwards';
import { Card } from '../../ui/layout/Stack';
import { KindCards } from './KindCards';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import type { StepProps } from './types';
import { useStepForm } from './useStepForm';
import { usualAwards } from './usual';

const tiers = ['FIRST', 'SECOND', 'THIRD'] as const;
type Tier = (typeof tiers)[number];

interface Row {
  tier: Tier;
  name: Texts;
  quota: string;
}
const usual = (tier: Tier): Row => ({ tier, name: usualAwards[tier].name, quota: `${usualAwards[tier].quota}` });

/** What can be won, and how many win it. */
export function AwardsStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const { id, openedAt, awards } = competition;
  const isOpen = openedAt !== null;
  const form = useStepForm(SetAwardsDocument, {
    key: `${id}.awards`,
    saved: awards.map(({ tier, nameTexts, quota }): Row => ({ tier, name: textsOf(nameTexts), quota: `${quota}` })),
    inputOf: (draft) => ({
      competitionId: id,
      awards: draft.map((row) => ({ ...row, quota: whole(row.quota) || 0 })),
    }),
    onSaved: () => onSaved(),
  });
  const { draft, errorAt } = form;
  return (
    <StepFrame form={form} onNext={onNext}>
      {draft.length === 0 && !isOpen && (
        <Card tone="sunken" gap={3} align="start">
          <p>{t('awards.none')}</p>
          <Button variant="light" onClick={() => form.change(tiers.map(usual))}>
            {t('awards.usual')}
          </Button>
        </Card>
      )}
      {isOpen && <p className="soft">{t('awards.stands')}</p>}
      <KindCards
        name="awards"
        kinds={tiers}
        rows={draft}
        kindOf={({ tier }) => tier}
        usual={usual}
        isFrozen={isOpen}
        words={(tier) => ({ title: t(`awards.tiers.${tier}`), text: t(`awards.about.${tier}`) })}
        onChange={form.change}
      >
        {(row, place, change) => (
          <>
            <TextPair
              label={t('awards.name')}
              texts={row.name}
              path={`awards.${place}.name`}
              errorAt={errorAt}
              onChange={(name) => change({ name })}
            />
            <LineField
              kind="digits"
              label={t('awards.quota')}
              value={row.quota}
              disabled={isOpen}
              className={classes.short}
              error={errorAt(`awards.${place}.quota`)}
              onChange={(quota) => change({ quota })}
            />
          </>
        )}
      </KindCards>
    </StepFrame>
  );
}
