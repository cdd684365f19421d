import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { AppointManagerDocument } from '../../gql/AppointManager';
import { EmailField } from './EmailField';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDone: (news: string) => void;
}

export function AppointDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const [email, setEmail] = useState('');
  const act = useAct(AppointManagerDocument, { shows: 'all' });
  const { id: organizationId, name } = organization;
  const confirm = async () => {
    if (await act.run({ organizationId, email: email.trim() })) onDone(t('appoint.done', { email: email.trim() }));
  };
  const wrong = act.errorAt('email');
  return (
    <ActDialog
      act={act}
      title={t('appoint.of', { name })}
      action={t('appoint.action')}
      isDisabled={email.trim() === ''}
      problem={!wrong && act.problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('appoint.text')}</p>
      <EmailField value={email} error={wrong} onChange={setEmail} />
    </ActDialog>
  );
}
