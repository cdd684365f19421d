import { useTranslation } from 'react-i18next';
import { Bars } from '../../ui/chart/Bars';
import { QuestionFigure } from '../../ui/chart/QuestionFigure';

interface Props {
  shown: { least: number; median: number; most: number };
}

/** Whether chance was as fair as it should be: who is shown more is chosen more. */
export function ShownFigure({ shown }: Props) {
  const { t } = useTranslation('votes');
  return (
    <QuestionFigure question={t('shown.question')} answer={t('shown.answer', shown)}>
      <Bars
        bars={(['least', 'median', 'most'] as const).map((which) => ({
          id: which,
          label: t(`shown.${which}`),
          value: shown[which],
        }))}
      />
    </QuestionFigure>
  );
}
