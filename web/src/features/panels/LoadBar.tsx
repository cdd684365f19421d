import { useTranslation } from 'react-i18next';
import classes from './JudgeTable.module.css';

interface Props {
  progress: { assigned: number; started: number; submitted: number };
  limit: number | null;
  /** The most that any judge of the panel has or may have: bars of one panel share a scale. */
  most: number;
}

/** What a judge has submitted, begun and not begun. */
export function LoadBar({ progress: { assigned, started, submitted }, limit, most }: Props) {
  const { t } = useTranslation('panels');
  const part = (count: number) => ({ width: `${(count / most) * 100}%` });
  return (
    <div>
      <div className={classes.bar} aria-hidden="true">
        <span className={classes.submitted} style={part(submitted)} />
        <span className={classes.started} style={part(started)} />
        <span className={classes.open} style={part(Math.max(0, assigned - submitted - started))} />
      </div>
      <p className={classes.words}>
        {[
          t('judges.progress', { submitted, assigned }),
          started > 0 ? t('judges.started', { count: started }) : '',
          limit === null ? t('judges.noLimit') : t('judges.limit', { count: limit }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
