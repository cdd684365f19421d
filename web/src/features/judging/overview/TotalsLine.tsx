import { Row } from '../../../ui/layout/Row';
import classes from './MyMarks.module.css';

interface Props {
  totals: readonly number[];
  mean: number;
  /** Names the line of the mean. */
  label: string;
}

/** Totals one after the other, as wide as there is room; the table beside it says the same. */
export function TotalsLine({ totals, mean, label }: Props) {
  const least = Math.max(0, Math.floor((Math.min(...totals) - 3) / 10) * 10);
  const most = Math.min(100, Math.ceil((Math.max(...totals) + 3) / 10) * 10);
  const x = (index: number) => (totals.length > 1 ? (index / (totals.length - 1)) * 100 : 50);
  const y = (total: number) => 100 - ((total - least) / Math.max(most - least, 1)) * 100;
  const line = totals.map((total, index) => `${x(index)},${y(total)}`).join(' ');
  return (
    <div className={classes.line} aria-hidden="true">
      <div className={classes.axis}>
        <span>{most}</span>
        <span>{least}</span>
      </div>
      <div className={classes.plot}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          <line x1="0" x2="100" y1={y(mean)} y2={y(mean)} className={classes.mean} />
          <polyline points={line} className={classes.course} />
        </svg>
        {totals.map((total, index) => (
          <span
            // Totals have no name here; their place in the order is what is drawn.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            className={classes.dot}
            style={{ left: `${x(index)}%`, top: `${y(total)}%` }}
          />
        ))}
      </div>
      <Row as="span" gap={2} nowrap className={classes.meanLabel}>
        {label} {mean.toFixed(1)}
      </Row>
    </div>
  );
}
