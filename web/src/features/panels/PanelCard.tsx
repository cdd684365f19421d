import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { Card } from '../../ui/layout/Stack';
import { LoadMore, useSome } from '../../ui/LoadMore';
import { JudgeTable } from './JudgeTable';
import type { ActOnJudge, Panel, PanelJudge } from './types';

interface Props {
  panel: Panel;
  stageName: string;
  canChange: boolean;
  onAct: (act: ActOnJudge, judge: PanelJudge) => void;
}

/** One panel: what it judges, how far it is, and who sits on it. */
export function PanelCard({ panel, stageName, canChange, onAct }: Props) {
  const { t } = useTranslation('panels');
  const language = useLanguage();
  const list = new Intl.ListFormat(language);
  const { judges } = panel;
  const { some, more } = useSome(judges);
  const sum = (of: (judge: PanelJudge) => number) => judges.reduce((total, judge) => total + of(judge), 0);
  const assigned = sum(({ progress }) => progress.assigned);
  const submitted = sum(({ progress }) => progress.submitted);
  return (
    <Card as="section" gap={3} padInline={5} aria-labelledby={`panel-${panel.id}`}>
      <div>
        <h3 id={`panel-${panel.id}`} className="large">
          {panel.name}
        </h3>
        <p className="soft small">
          {[
            stageName,
            panel.categories.length > 0 ? list.format(panel.categories.map(({ name }) => name)) : '',
            t('panel.perEntry', { count: panel.judgesPerEntry }),
            assigned > 0 ? t('panel.progress', { submitted, assigned }) : t('panel.nothing'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {judges.length === 0 ? (
        <p>{t('panel.noJudges')}</p>
      ) : (
        <JudgeTable label={panel.name} judges={some} canChange={canChange} onAct={onAct} />
      )}
      <LoadMore {...more} />
    </Card>
  );
}
