import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './Bars.module.css';
import { Columns } from '../layout/Columns';

export interface Bar {
  id: string;
  label: ReactNode;
  value: number;
  /** The value in words, where it is not a plain count. */
  text?: string;
}

/** Counts side by side: bars begin at zero and share one scale. */
export function Bars({ bars }: { bars: Bar[] }) {
  const language = useLanguage();
  const longest = Math.max(...bars.map(({ value }) => value), 1);
  const number = new Intl.NumberFormat(language);
  return (
    <Columns as="ul" from="always" sizes="max-content minmax(3rem, 1fr) max-content" gap={3} rowGap={2}>
      {bars.map(({ id, label, value, text }) => (
        <Columns as="li" from="always" sizes="subgrid" align="center" key={id} className={classes.bar}>
          <span className={classes.label}>{label}</span>
          <span className={classes.track} aria-hidden="true">
            <span className={classes.fill} style={{ width: `${(value / longest) * 100}%` }} />
          </span>
          <span className={classes.value}>{text ?? number.format(value)}</span>
        </Columns>
      ))}
    </Columns>
  );
}
