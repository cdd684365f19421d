import type { ScoringRuleInput } from '@laurel/schema/scoring-rule';
import {
  IconArrowsSplit2,
  IconCalculator,
  IconChartPie,
  IconEyeglass,
  IconPencil,
  IconUsersMinus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { FactList } from '../../ui/FactList';
import { useTieWords } from '../../words/useTieWords';
import { scoringFacts, topics, type ScoringTopic } from './scoring-facts';
import classes from './ScoringSentences.module.css';

const icons = {
  marks: IconPencil,
  score: IconCalculator,
  missing: IconUsersMinus,
  ties: IconArrowsSplit2,
  result: IconChartPie,
  looks: IconEyeglass,
} satisfies Record<ScoringTopic, unknown>;

interface Props {
  rule: ScoringRuleInput;
  share: number;
  publicWeight: string;
  criteria: readonly { key: string; name: string }[];
}

/** How a judging stage is ranked, in plain words. */
export function ScoringSentences({ rule, share, publicWeight, criteria }: Props) {
  const { t } = useTranslation('scoring-rule');
  const language = useLanguage();
  const tieWords = useTieWords(criteria);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  // Which plural a key takes is for i18next to find; its types want every key to come with the same values.
  const say = t as (key: string, values: object) => string;
  const facts = scoringFacts(rule, { share, publicWeight });
  const ladder = (
    <>
      <ol className={classes.ladder}>
        {rule.ties.map((step) => (
          <li key={step}>
            {tieWords(step).sentence}
            {step === 'LOT' && <code className={classes.seed}>{rule.lotSeed}</code>}
          </li>
        ))}
      </ol>
      {t('ties.shared')}
    </>
  );
  return (
    <FactList
      topics={topics.map((id) => ({
        id,
        icon: icons[id],
        name: t(`topics.${id}`),
        facts: [
          ...facts
            .filter(({ topic }) => topic === id)
            .map(({ key, values = {} }) => {
              const shown = 'share' in values ? { ...values, share: number.format(Number(values['share'])) } : values;
              return { key, text: say(key, shown) };
            }),
          ...(id === 'ties' && rule.ties.length > 0 ? [{ key: 'ladder', text: ladder }] : []),
        ],
      }))}
    />
  );
}
