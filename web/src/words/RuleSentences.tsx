import type { BallotRuleInput } from '@laurel/schema/ballot-rule';
import { IconCalendar, IconEye, IconHandFinger, IconScale, IconShieldCheck, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FactList } from '../ui/FactList';
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
    <FactList
      topics={topics.map((id) => ({
        id,
        icon: icons[id],
        name: t(`topics.${id}`),
        facts: sentences.filter(({ topic }) => topic === id),
      }))}
    />
  );
}
