import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { LoadMore } from '../../ui/LoadMore';
import { JudgeTable } from './JudgeTable';
import classes from './PanelCard.module.css';
import type { ActOnJudge, Panel, PanelJudge } from './types';

interface Props {
  panel: Panel;
  stageName: string;
  canChange: boolean;
  onAct: (act: ActOnJudge, judge: PanelJudge) => void;
}

const step = 20;

/** One panel: what it judges, how far it is, and who sits on it. */
export function PanelCard({ panel, stageName, canChange, onAct }: Props) {
  const { t } = useTranslation('panels');
  const language = useLanguage();
  const [shown, setShown] = useState(step);
  const list = new Intl.ListFormat(language);
  const { judges } = panel;
  const sum = (of: (judge: PanelJudge) => number) => judges.reduce((total, judge) => total + of(judge), 0);
  const assigned = sum(({ progress }) => progress.assigned);
  const submitted = sum(({ progress }) => progress.submitted);
  return (
    <section className={classes.panel} aria-labelledby={`panel-${panel.id}`}>
      <div>
        <h3 id={`panel-${panel.id}`}>{panel.name}</h3>
        <p className={classes.about}>
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
        <JudgeTable label={panel.name} judges={judges.slice(0, shown)} canChange={canChange} onAct={onAct} />
      )}
      <LoadMore
        shown={Math.min(shown, judges.length)}
        total={judges.length}
        hasMore={shown < judges.length}
        isLoading={false}
        onMore={() => setShown((now) => now + step)}
      />
    </section>
  );
}
