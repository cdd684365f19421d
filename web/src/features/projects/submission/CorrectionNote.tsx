import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectEntries_entryFragment } from '../../../gql/ProjectEntries_entry';
import { Countdown } from '../../../ui/time/Countdown';
import { DateTime } from '../../../ui/time/DateTime';
import { Notice } from '../../../ui/Notice';

interface Props {
  entry: ProjectEntries_entryFragment;
  isSaved: boolean;
  onAgain: () => void;
}

/** What the organizers ask to be corrected, until when, and the way back to them. */
export function CorrectionNote({ entry, isSaved, onAgain }: Props) {
  const { t } = useTranslation('projects');
  const { t: told } = useTranslation();
  const [hasEnded, setEnded] = useState(false);
  const { correction, sections, answers, competition } = entry;
  if (!correction) return null;
  const nameOf = ({ kind, key }: (typeof correction.fields)[number]) => {
    if (kind === 'BASICS') return told(`basics.${key as 'title'}`);
    if (kind === 'QUESTION') return answers.find((answer) => answer.key === key)?.prompt;
    return sections.find((section) => section.key === key)?.name;
  };
  return (
    <Notice tone="trouble">
      <p>{t('entries.correct', { reason: correction.reason })}</p>
      {correction.fields.length > 0 && (
        <ul aria-label={t('entries.remarks')}>
          {correction.fields.map((field) => (
            <li key={`${field.kind}/${field.key}`}>{[nameOf(field), field.remark].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
      {correction.isOver || hasEnded ? (
        <p>{t('entries.over')}</p>
      ) : (
        <>
          <p>
            {t('entries.until')} <DateTime value={correction.until} timeZone={competition.timeZone} />
          </p>
          <Countdown until={correction.until} onEnd={() => setEnded(true)} />
          <div>
            <Button disabled={!isSaved} onClick={onAgain}>
              {t('entries.again')}
            </Button>
          </div>
        </>
      )}
    </Notice>
  );
}
