import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OrderedCards } from '../../forms/OrderedCards';
import { RuleField } from '../../forms/wizard/RuleField';
import { Row } from '../../ui/layout/Row';
import { useTieWords } from '../../words/useTieWords';
import type { ScoringDraft } from './draft';
import type { RuledCriterion } from './rubrics';

interface Props {
  of: ScoringDraft;
  criteria: readonly RuledCriterion[];
}

/** What decides between equal totals: the first step that tells them apart does. */
export function TieLadder({ of, criteria }: Props) {
  const { t } = useTranslation('scoring-wizard');
  const words = useTieWords(criteria);
  const { ties } = of.draft;
  const left = [
    ...criteria.map(({ key }) => `CRITERION:${key}`),
    'FIRSTS',
    'HEAD_TO_HEAD',
    'MEDIAN',
    'VOTES',
    'LOT',
  ].filter((step) => !ties.includes(step));
  return (
    <>
      {ties.length === 0 && <p className="soft">{t('ties.empty')}</p>}
      <OrderedCards
        rows={ties}
        keyOf={(step) => step}
        nameOf={(step) => words(step).name}
        onChange={(next) => of.change({ ties: next })}
      >
        {(step) => <p className="soft">{words(step).sentence}</p>}
      </OrderedCards>
      {left.length > 0 && (
        <div>
          <b>{t('ties.add')}</b>
          <Row gap={2}>
            {left.map((step) => (
              <Button
                key={step}
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                onClick={() => of.change({ ties: [...ties, step] })}
              >
                {words(step).name}
              </Button>
            ))}
          </Row>
        </div>
      )}
      {ties.includes('LOT') && (
        <RuleField of={of} name="lotSeed" label={t('ties.seed')} help={t('ties.seedHelp')} keys="text" />
      )}
    </>
  );
}
