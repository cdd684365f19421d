import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../forms/useAct';
import type { ContinuationNote_entryFragment } from '../../gql/ContinuationNote_entry';
import { MarkContinuationDocument } from '../../gql/MarkContinuation';
import { DateTime } from '../../ui/time/DateTime';
import { Notice } from '../../ui/Notice';

interface Props {
  entry: ContinuationNote_entryFragment;
  timeZone: string;
}

/** That an entry goes on with an earlier one, who said so, and how to take that back. */
export function ContinuationNote({ entry, timeZone }: Props) {
  const { t } = useTranslation('review');
  const act = useAct(MarkContinuationDocument);
  const { continuation } = entry;
  if (!continuation) return null;
  const { earlier, markedAt, markedByName } = continuation;
  return (
    <Notice>
      {earlier ? (
        <p>
          <Link to={`/c/${earlier.competition.slug}/entries/${earlier.number}`}>
            {t('continuation.is', {
              number: earlier.number,
              competition: earlier.competition.name,
              title: earlier.title,
            })}
          </Link>
        </p>
      ) : (
        <p>{t('continuation.isHidden')}</p>
      )}
      <p className="faint small">
        {t('continuation.by', { name: markedByName ?? t('continuation.operator') })} ·{' '}
        <DateTime value={markedAt} timeZone={timeZone} />
      </p>
      {act.problem && <p role="alert">{act.problem}</p>}
      <Button
        variant="default"
        className="self-start"
        loading={act.isBusy}
        onClick={() => void act.run({ entryId: entry.id, earlierEntryId: null })}
      >
        {t('continuation.takeBack')}
      </Button>
    </Notice>
  );
}
