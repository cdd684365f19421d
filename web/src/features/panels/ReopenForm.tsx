import { useMutation } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReopenSheetDocument } from '../../gql/ReopenSheet';
import { Notice } from '../../ui/Notice';
import classes from './SheetsDialog.module.css';

interface Props {
  assignmentId: string;
  /** Why another organizer asked for it, where one did. */
  asked: string | undefined;
  onCancel: () => void;
  onDone: (news: string) => void;
}

/** To ask that a submitted sheet be opened again, or to agree to it: either with a reason. */
export function ReopenForm({ assignmentId, asked, onCancel, onDone }: Props) {
  const { t } = useTranslation('panels');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [reopen, { loading }] = useMutation(ReopenSheetDocument);

  const submit = async () => {
    setProblem(undefined);
    const answer = await reopen({ variables: { input: { assignmentId, reason: reason.trim() } } }).catch(
      () => undefined,
    );
    const result = answer?.data?.reopenSheet;
    switch (result?.__typename) {
      case 'ReopenSheetSuccess':
        onDone(t(result.isOpen ? 'reopen.isOpen' : 'reopen.asked'));
        return;
      case 'NotSubmittedError':
      case 'SecondPersonError':
      case 'ResultsStandError':
        setProblem(result.message);
        return;
      case 'InvalidInputError':
        setProblem(result.fields[0]?.message ?? result.message);
        return;
      default:
        setProblem(t('network'));
    }
  };

  return (
    <div className={classes.form}>
      <p>{asked === undefined ? t('reopen.text') : t('reopen.agreeText', { reason: asked })}</p>
      <Textarea
        label={t('reopen.reason')}
        autosize
        minRows={2}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        autoFocus
      />
      <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('reopen.cancel')}
        </Button>
        <Button loading={loading} disabled={reason.trim() === ''} onClick={() => void submit()}>
          {t(asked === undefined ? 'reopen.ask' : 'reopen.agree')}
        </Button>
      </div>
    </div>
  );
}
