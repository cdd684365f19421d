import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './Robustness.module.css';
import type { RobustnessView } from './robustness';

/** Every other way to the ranking, and the lines it would move. */
export function WayList({ ways, lines }: Pick<RobustnessView, 'ways' | 'lines'>) {
  const { t } = useTranslation('explain');
  const list = new Intl.ListFormat(useLanguage());
  const told = ways.filter(({ isSkipped }) => !isSkipped);
  const skipped = ways.filter(({ isSkipped }) => isSkipped);
  const nameOf = ({ method, judgeCode }: RobustnessView['ways'][number]) =>
    method
      ? t('robustness.byMethod', { method: t(`methods.${method}`) })
      : t('robustness.without', { code: judgeCode });
  return (
    <>
      <Stack as="ul">
        {told.map((way) => (
          <Row
            as="li"
            gap={4}
            rowGap={1}
            justify="between"
            tone="divided"
            padBlock={2}
            key={nameOf(way)}
            className="touch"
          >
            <span>{nameOf(way)}</span>
            {lines.length === 0 ? null : way.changedLines.length === 0 ? (
              <Tag tone="laurel">{t('robustness.same')}</Tag>
            ) : (
              <Tag tone="gold">
                {t('robustness.moves', { lines: list.format(way.changedLines.map((line) => t(`lines.${line}`))) })}
              </Tag>
            )}
          </Row>
        ))}
      </Stack>
      {skipped.length > 0 && (
        <details className={classes.skipped}>
          <summary>{t('robustness.skipped', { count: skipped.length })}</summary>
          <p>{skipped.map(nameOf).join(' · ')}</p>
        </details>
      )}
    </>
  );
}
