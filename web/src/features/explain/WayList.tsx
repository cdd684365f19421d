import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { Tag } from '../../ui/Tag';
import classes from './Firmness.module.css';
import type { FirmnessView } from './firmness';

/** Every other way to the ranking, and the lines it would move. */
export function WayList({ ways, lines }: Pick<FirmnessView, 'ways' | 'lines'>) {
  const { t } = useTranslation('explain');
  const list = new Intl.ListFormat(useLanguage());
  const told = ways.filter(({ isSkipped }) => !isSkipped);
  const skipped = ways.filter(({ isSkipped }) => isSkipped);
  const nameOf = ({ method, judgeCode }: FirmnessView['ways'][number]) =>
    method ? t('firm.byMethod', { method: t(`methods.${method}`) }) : t('firm.without', { code: judgeCode });
  return (
    <>
      <ul className={classes.ways}>
        {told.map((way) => (
          <li key={nameOf(way)} className={classes.way}>
            <span>{nameOf(way)}</span>
            {lines.length === 0 ? null : way.changedLines.length === 0 ? (
              <Tag tone="laurel">{t('firm.same')}</Tag>
            ) : (
              <Tag tone="gold">
                {t('firm.moves', { lines: list.format(way.changedLines.map((line) => t(`lines.${line}`))) })}
              </Tag>
            )}
          </li>
        ))}
      </ul>
      {skipped.length > 0 && (
        <details className={classes.skipped}>
          <summary>{t('firm.skipped', { count: skipped.length })}</summary>
          <p>{skipped.map(nameOf).join(' · ')}</p>
        </details>
      )}
    </>
  );
}
