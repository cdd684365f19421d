import type { BallotRuleInput } from '@laurel/schema/ballot-rule';
import { IconCalendar, IconEye, IconHandFinger, IconScale, IconShieldCheck, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './RuleSentences.module.css';
import { useRuleSentences, type RuleTopic } from './rule-sentences';

const icons = {
  how: IconHandFinger,
  limits: IconCalendar,
  who: IconUserCheck,
  seen: IconEye,
  result: IconScale,
  checks: IconShieldCheck,
} satisfies Record<RuleTopic, unknown>;
const topics = Object.keys(icons) as RuleTopic[];

/** How the public votes, in plain words. */
export function RuleSentences({ rule }: { rule: BallotRuleInput }) {
  const { t } = useTranslation('ballot-rule');
  const sentences = useRuleSentences()(rule);
  return (
    <dl className={classes.topics}>
      {topics.map((topic) => {
        const Icon = icons[topic];
        const said = sentences.filter((sentence) => sentence.topic === topic);
        return (
          <div key={topic} className={classes.topic}>
            <dt>
              <Icon size={20} aria-hidden="true" />
              <span>{t(`topics.${topic}`)}</span>
            </dt>
            {said.map(({ key, text }) => (
              <dd key={key}>{text}</dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
