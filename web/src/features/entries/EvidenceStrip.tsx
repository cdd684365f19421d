import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EvidenceStrip_entryFragmentDoc, type EvidenceStrip_entryFragment } from '../../gql/EvidenceStrip_entry';
import type { HourEvidence } from '../../gql/types';
import { useLanguage } from '../../i18n/useLanguage';
import { DateRange } from '../../ui/time/DateTime';
import { Stack } from '../../ui/layout/Stack';
import { StackedBar } from '../../ui/chart/StackedBar';
import { StatFigure, StatFigures } from '../../ui/chart/StatFigure';
import classes from './EvidenceStrip.module.css';

/** From the strongest evidence to the weakest, whatever order the answer has. */
const grades: HourEvidence[] = [
  'CONFIRMED_BY_SERVED',
  'TIMED_ON_SITE',
  'TIMED_BY_CODE',
  'ADDED_BY_ADMINISTRATOR',
  'SELF_CLAIMED',
];

interface Props {
  entry: FragmentType<EvidenceStrip_entryFragment>;
}

/** What the project's own records add up to, beside what it says of itself. */
export function EvidenceStrip({ entry }: Props) {
  const { t } = useTranslation('entries');
  const language = useLanguage();
  const { data, complete } = useFragment({ fragment: EvidenceStrip_entryFragmentDoc, from: entry });
  if (!complete) return null;
  const { evidence, competition } = data;
  const hours = Math.round(Number(evidence.hours));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (evidence.activityCount === 0) {
    return <p className="faint small">{t('evidence.none')}</p>;
  }
  const parts = grades.map((grade) => {
    const part = Number(evidence.hoursByEvidence.find((one) => one.evidence === grade)?.hours ?? 0);
    return { id: grade, label: t(`evidence.grades.${grade}`), value: part, text: number.format(part) };
  });
  return (
    <Stack gap={5}>
      <StatFigures>
        <StatFigure
          label={t('evidence.activities', { count: evidence.activityCount })}
          value={evidence.activityCount}
        />
        <StatFigure
          label={t('evidence.volunteers', { count: evidence.volunteerCount })}
          value={evidence.volunteerCount}
        />
        <StatFigure label={t('evidence.hours', { count: hours })} value={hours} />
        <StatFigure
          label={t('evidence.peopleServed', { count: evidence.peopleServed })}
          value={evidence.peopleServed}
        />
      </StatFigures>
      <Stack gap={2} className={classes.hours}>
        <h3>{t('evidence.hoursTitle')}</h3>
        <StackedBar parts={parts} />
      </Stack>
      {evidence.firstActivityAt && evidence.lastActivityAt && (
        <p className="faint small">
          {t('evidence.span')}{' '}
          <DateRange from={evidence.firstActivityAt} to={evidence.lastActivityAt} timeZone={competition.timeZone} />
        </p>
      )}
    </Stack>
  );
}
