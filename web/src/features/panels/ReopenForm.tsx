import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { ReopenSheetDocument } from '../../gql/ReopenSheet';
import { Card } from '../../ui/layout/Stack';
import { Row } from '../../ui/layout/Row';
import { Outcome } from '../../ui/Outcome';

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
  const act = useAct(ReopenSheetDocument);
  const submit = async () => {
    const done = await act.run({ assignmentId, reason: reason.trim() });
    if (done) onDone(t(done.isOpen ? 'reopen.isOpen' : 'reopen.asked'));
  };
  return (
    <Card tone="sunken" gap={3}>
      <p>{asked === undefined ? t('reopen.text') : t('reopen.agreeText', { reason: asked })}</p>
      <ReasonField autoFocus label={t('reopen.reason')} value={reason} onChange={setReason} />
      <Outcome trouble={act.problem} />
      <Row gap={3} justify="end">
        <Button variant="default" onClick={onCancel}>
          {t('reopen.cancel')}
        </Button>
        <Button loading={act.isBusy} disabled={reason.trim() === ''} onClick={() => void submit()}>
          {t(asked === undefined ? 'reopen.ask' : 'reopen.agree')}
        </Button>
      </Row>
    </Card>
  );
}
