import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QueueItem_assignmentFragment } from '../../../gql/QueueItem_assignment';
import { twoDecimals } from '../../../ui/text/decimals';
import { Stack } from '../../../ui/layout/Stack';
import { Tag } from '../../../ui/Tag';
import { isDeclaring, isSubmitting } from '../sync/outbox';
import classes from './Queue.module.css';
import type { Outbox } from '../sync/useOutbox';

const tones = { TO_DO: 'plain', STARTED: 'gold', SUBMITTED: 'laurel' } as const;

interface Props {
  assignments: readonly QueueItem_assignmentFragment[];
  outbox: Outbox;
}

/** Assignments in the order of the queue, the sample entries that everybody marks first on top. */
export function Queue({ assignments, outbox }: Props) {
  const { t } = useTranslation('judging');
  const mine = assignments.filter(({ id }) => !isDeclaring(outbox.sheet(id)));
  const anchors = mine.filter(({ isAnchor }) => isAnchor);
  const others = mine.filter(({ isAnchor }) => !isAnchor);
  if (mine.length === 0) return <p className="faint">{t('queue.none')}</p>;
  return (
    <>
      {anchors.length > 0 && (
        <>
          <h3 className={classes.group}>{t('queue.anchors')}</h3>
          <p className="faint small">{t('queue.anchorsText')}</p>
          <List assignments={anchors} outbox={outbox} />
          {others.length > 0 && <h3 className={classes.group}>{t('queue.others')}</h3>}
        </>
      )}
      {others.length > 0 && <List assignments={others} outbox={outbox} />}
    </>
  );
}

function List({ assignments, outbox }: Props) {
  const { t } = useTranslation('judging');
  return (
    <Stack as="ol" tone="plain" className={classes.queue}>
      {assignments.map(({ id, status, total, sealCode, entry }) => {
        const isKept = isSubmitting(outbox.sheet(id));
        return (
          <li key={id}>
            <Link to={`/judge/assignments/${id}`} className={classes.item}>
              <span className="faint tabular">{entry.number}</span>
              <Stack as="span">
                <span className={classes.title}>{entry.title}</span>
                <span className="faint small">
                  {entry.category.name}
                  {sealCode && (
                    <>
                      {' · '}
                      <span className={classes.code}>{sealCode}</span>
                    </>
                  )}
                </span>
              </Stack>
              {total && <span className={classes.total}>{twoDecimals(total)}</span>}
              {isKept ? (
                <Tag tone="gold">{t('status.kept')}</Tag>
              ) : (
                <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
              )}
            </Link>
          </li>
        );
      })}
    </Stack>
  );
}
