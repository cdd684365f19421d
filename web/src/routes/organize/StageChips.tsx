import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { judgingStages } from '../../words/judging-stages';
import { Chips } from '../../ui/Chips';
import { useSlug } from './organized';

interface Props {
  /** The part of the address before the stage. */
  page: 'scoring-rule' | 'robustness' | 'what-if';
  stages: readonly { kind: string; name: string }[];
  stage: string;
}

/** From a page about one judging stage to the same page about another. */
export function StageChips({ page, stages, stage }: Props) {
  const { t } = useTranslation('organizing');
  const slug = useSlug();
  const navigate = useNavigate();
  const choices = judgingStages({ stages }).map(({ kind, name }) => ({ value: kind, label: name }));
  if (choices.length < 2) return null;
  const go = (kind: string) => void navigate(`/organize/${slug}/${page}/${kind.toLowerCase()}`);
  return <Chips label={t('nav.stage')} value={stage} choices={choices} onChange={go} />;
}
