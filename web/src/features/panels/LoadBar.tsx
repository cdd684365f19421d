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
  const parts = [
    { count: submitted, strength: '100%' },
    { count: started, strength: '55%' },
    { count: Math.max(0, assigned - submitted - started), strength: '20%' },
  ];
  return (
    <div>
      <div className={classes.bar} aria-hidden="true">
        {parts.map(({ count, strength }) => (
          <span key={strength} style={{ width: `${(count / most) * 100}%`, '--strength': strength }} />
        ))}
      </div>
      <p className="soft small tabular">
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
