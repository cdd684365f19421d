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
import classes from './ScoringSentences.module.css';
import { scoringFacts, topics, type ScoringTopic } from './scoring-facts';
import { useTieWords } from '../../words/useTieWords';

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
  return (
    <dl className={classes.topics}>
      {topics.map((topic) => {
        const Icon = icons[topic];
        return (
          <div key={topic} className={classes.topic}>
            <dt>
              <Icon size={20} aria-hidden="true" />
              <span>{t(`topics.${topic}`)}</span>
            </dt>
            {facts
              .filter((fact) => fact.topic === topic)
              .map(({ key, values = {} }) => {
                const shown = 'share' in values ? { ...values, share: number.format(Number(values['share'])) } : values;
                return <dd key={key}>{say(key, shown)}</dd>;
              })}
            {topic === 'ties' && rule.ties.length > 0 && (
              <dd>
                <ol className={classes.ladder}>
                  {rule.ties.map((step) => (
                    <li key={step}>
                      {tieWords(step).sentence}
                      {step === 'LOT' && <code className={classes.seed}>{rule.lotSeed}</code>}
                    </li>
                  ))}
                </ol>
                {t('ties.shared')}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
