import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { QuestionFigure } from '../../ui/chart/QuestionFigure';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './Robustness.module.css';
import type { AgreementView } from './robustness';

/** From how many points on a judge is called strict or kind; below it is chance as well as not. */
const notable = 5;

/** How strict each judge is beside the others who marked the same entries: a dot on a line, and words. */
export function SeverityChart({ judges }: { judges: AgreementView['judges'] }) {
  const { t } = useTranslation('explain');
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 1 });
  const known = judges.filter(({ severity }) => severity !== null);
  const ordered = known.toSorted((one, other) => Number(one.severity) - Number(other.severity));
  const widest = Math.max(10, ...ordered.map(({ severity }) => Math.abs(Number(severity))));
  const apart = ordered.filter(({ severity }) => Math.abs(Number(severity)) >= notable).length;
  const wordsFor = (severity: number) => {
    if (Math.abs(severity) < 0.05) return t('agreement.asOthers');
    const points = number.format(Math.abs(severity));
    return t(severity < 0 ? 'agreement.stricter' : 'agreement.kinder', { points });
  };
  if (ordered.length === 0) return <p>{t('agreement.noJudges')}</p>;
  return (
    <QuestionFigure
      id="severity"
      question={t('agreement.severity')}
      answer={
        apart > 0 ? t('agreement.apart', { count: apart, points: notable }) : t('agreement.close', { points: notable })
      }
    >
      <Row as="p" align="stretch" justify="between" nowrap className="soft small" aria-hidden="true">
        <span>{t('agreement.strict')}</span>
        <span>{t('agreement.kind')}</span>
      </Row>
      <Stack as="ul">
        {ordered.map(({ judgeId, judgeCode, severity, sheets }) => (
          <li key={judgeId} className={classes.judge}>
            <b>{judgeCode}</b>
            <span className={classes.line} aria-hidden="true">
              <span
                className={classes.judgeDot}
                data-notable={Math.abs(Number(severity)) >= notable || undefined}
                style={{ left: `${50 + (Number(severity) / widest) * 48}%` }}
              />
            </span>
            <span className={classes.words}>
              {wordsFor(Number(severity))} · {t('agreement.sheets', { count: sheets })}
            </span>
          </li>
        ))}
      </Stack>
    </QuestionFigure>
  );
}
