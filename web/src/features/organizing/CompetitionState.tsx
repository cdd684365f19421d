import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/time/clock';
import { useInstantWords } from '../../ui/time/DateTime';
import { nextDeadline, type Organized } from './today';

/** Where a competition stands, in words: what is open until when, or what comes next. */
export function CompetitionState({ competition }: { competition: Organized }) {
  const { t } = useTranslation('organizing');
  const inWords = useInstantWords();
  const now = useNow(30_000);
  const { stages, timeZone, openedAt, resultsPublishedAt } = competition;
  if (openedAt === null) return t('state.settingUp');
  if (resultsPublishedAt) return t('state.published', { time: inWords(resultsPublishedAt, timeZone) });
  const open = stages.filter(({ status, kind }) => status === 'OPEN' && kind !== 'PUBLICATION');
  if (open.length > 0) {
    return open.map(({ id, name, closesAt }) => (
      <span key={id}>{t('state.open', { stage: name, time: inWords(closesAt, timeZone) })}</span>
    ));
  }
  const next = nextDeadline(stages, now);
  return next ? t('state.next', { stage: next.stage.name, time: inWords(next.at, timeZone) }) : t('state.over');
}
