import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { QuestionFigure } from '../../ui/chart/QuestionFigure';
import { StackedBar } from '../../ui/chart/StackedBar';

interface Props {
  levels: readonly { level: string; label: string; votes: number }[];
  voters: number;
  cast: number;
}

/** How many people voted, and how surely each of them is one. */
export function LevelsFigure({ levels, voters, cast }: Props) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const total = levels.reduce((sum, { votes }) => sum + votes, 0);
  const each = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (total === 0) return null;
  return (
    <QuestionFigure
      question={t('levels.question')}
      answer={t('levels.answer', { count: voters, cast, each: each.format(voters > 0 ? cast / voters : 0) })}
    >
      <StackedBar
        parts={levels.map(({ level, label, votes }) => ({
          id: level,
          label,
          value: votes,
          text: t('levels.votes', { count: votes, votes: number.format(votes), share: percent.format(votes / total) }),
        }))}
      />
    </QuestionFigure>
  );
}
