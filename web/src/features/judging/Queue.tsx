import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QueueItem_assignmentFragment } from '../../gql/QueueItem_assignment';
import { twoDecimals } from '../../ui/decimals';
import { Tag } from '../../ui/Tag';
import classes from './Queue.module.css';

const tones = { TO_DO: 'plain', STARTED: 'gold', SUBMITTED: 'laurel' } as const;

export function Queue({ assignments }: { assignments: readonly QueueItem_assignmentFragment[] }) {
  const { t } = useTranslation('judging');
  if (assignments.length === 0) return <p className={classes.none}>{t('queue.none')}</p>;
  return (
    <ol className={classes.queue}>
      {assignments.map(({ id, status, total, entry }) => (
        <li key={id}>
          <Link to={`/judge/assignments/${id}`} className={classes.item}>
            <span className={classes.number}>{entry.number}</span>
            <span className={classes.what}>
              <span className={classes.title}>{entry.title}</span>
              <span className={classes.category}>{entry.category.name}</span>
            </span>
            {total && <span className={classes.total}>{twoDecimals(total)}</span>}
            <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
          </Link>
        </li>
      ))}
    </ol>
  );
}
