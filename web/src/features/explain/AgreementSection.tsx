import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/useLanguage';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore } from '../../ui/LoadMore';
import classes from './Robustness.module.css';
import type { AgreementView } from './robustness';
import { SeverityChart } from './SeverityChart';

interface Props {
  agreement: AgreementView;
  worksheetOf: (number: number) => string;
}

const step = 10;
const grade = (value: number) => (value >= 0.7 ? 'high' : value >= 0.4 ? 'middling' : 'low');

/** How far the judges agree, in two figures and in words, and which entries ask for a second look. */
export function AgreementSection({ agreement, worksheetOf }: Props) {
  const { t } = useTranslation('explain');
  const [shown, setShown] = useState(step);
  const number = new Intl.NumberFormat(useLanguage(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const figures = [
    { id: 'kendallW', value: agreement.kendallW },
    { id: 'icc', value: agreement.icc },
  ] as const;
  return (
    <Stack gap={6}>
      <Columns as="dl" from="desk" gap={8} rowGap={4} className={classes.figures}>
        {figures.map(({ id, value }) => (
          <div key={id}>
            <dt>{t(`agreement.${id}.name`)}</dt>
            <dd>
              <b>{value === null ? '–' : number.format(Number(value))}</b>{' '}
              {value === null ? t(`agreement.${id}.unknown`) : t(`agreement.grades.${grade(Number(value))}`)}
            </dd>
            <dd className={classes.about}>{t(`agreement.${id}.text`)}</dd>
          </div>
        ))}
      </Columns>
      <SeverityChart judges={agreement.judges} />
      <Stack as="section" gap={2}>
        <h3>{t('agreement.looks')}</h3>
        {agreement.secondLooks.length === 0 ? (
          <p>{t('agreement.noLooks')}</p>
        ) : (
          <Stack as="ul">
            {agreement.secondLooks.slice(0, shown).map(({ entry, range, judgeCode }) => (
              <Row
                as="li"
                gap={4}
                rowGap={1}
                justify="between"
                tone="divided"
                padBlock={2}
                key={entry.id}
                className="touch"
              >
                <Link to={worksheetOf(entry.number)}>{t('entry', { number: entry.number, title: entry.title })}</Link>
                <span>
                  {t('agreement.range', { range: number.format(Number(range)) })}
                  {judgeCode && ` · ${t('agreement.furthest', { code: judgeCode })}`}
                </span>
              </Row>
            ))}
          </Stack>
        )}
        <LoadMore
          shown={Math.min(shown, agreement.secondLooks.length)}
          total={agreement.secondLooks.length}
          hasMore={shown < agreement.secondLooks.length}
          isLoading={false}
          onMore={() => setShown((now) => now + step)}
        />
      </Stack>
    </Stack>
  );
}
