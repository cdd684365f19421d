import { useMutation } from '@apollo/client/react';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveStageDocument } from '../../gql/MoveStage';
import type { SetUp_competitionFragment } from '../../gql/SetUp_competition';
import { Dialog, DialogActions } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { localTime } from '../../ui/zoned-time';
import classes from './SetUp.module.css';
import type { Answer } from './useStepForm';

interface Props {
  stage: SetUp_competitionFragment['stages'][number];
  timeZone: string;
  onClose: () => void;
  onMoved: () => Promise<void>;
}

/** Other times for a stage of an open competition, and why; everybody reads both. */
export function MoveStageDialog({ stage, timeZone, onClose, onMoved }: Props) {
  const { t } = useTranslation('setup');
  const [move, { loading }] = useMutation(MoveStageDocument);
  const saved = { opensAt: localTime(stage.opensAt, timeZone), closesAt: localTime(stage.closesAt, timeZone) };
  const [draft, setDraft] = useState({ ...saved, reason: '' });
  const [refused, setRefused] = useState<Answer>();
  const errorAt = (path: string) => refused?.fields?.find((field) => field.path === path)?.message;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setRefused(undefined);
    // What clocks show twice would come back as the first of the two; what was not touched is not sent.
    const changed = (field: 'opensAt' | 'closesAt') => (draft[field] === saved[field] ? null : draft[field]);
    const input = {
      stageId: stage.id,
      opensAt: changed('opensAt'),
      closesAt: changed('closesAt'),
      reason: draft.reason,
    };
    const answer = await move({ variables: { input }, context: { staysOnPage: true } }).catch(() => undefined);
    const result = answer?.data?.moveStage;
    if (result?.__typename !== 'MoveStageSuccess') return setRefused(result ?? { message: t('network') });
    await onMoved();
    onClose();
  };
  return (
    <Dialog title={t('move.title', { stage: stage.name })} isOpen onClose={onClose}>
      <form className={classes.fields} noValidate onSubmit={(event) => void submit(event)}>
        <p>{t('move.text')}</p>
        {(['opensAt', 'closesAt'] as const).map((field) => (
          <TextInput
            key={field}
            type="datetime-local"
            label={t(`stages.${field}`)}
            value={draft[field]}
            error={errorAt(field)}
            onChange={({ currentTarget }) => setDraft({ ...draft, [field]: currentTarget.value.slice(0, 16) })}
          />
        ))}
        <Textarea
          label={t('move.reason')}
          description={t('move.reasonHelp')}
          value={draft.reason}
          error={errorAt('reason')}
          autosize
          minRows={2}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => setDraft({ ...draft, reason: currentTarget.value })}
        />
        <div role="alert">{refused?.message && <Notice tone="trouble">{refused.message}</Notice>}</div>
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('move.cancel')}
          </Button>
          <Button type="submit" loading={loading}>
            {t('move.action')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
