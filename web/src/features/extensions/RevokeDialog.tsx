import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import type { ExtensionList_extensionFragment } from '../../gql/ExtensionList_extension';
import { ExtensionsDocument } from '../../gql/Extensions';
import { RevokeExtensionDocument } from '../../gql/RevokeExtension';

interface Props {
  extension: ExtensionList_extensionFragment;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** The organization reads the reason, so there has to be one. */
export function RevokeDialog({ extension, onClose, onDone }: Props) {
  const { t } = useTranslation('extensions');
  const [reason, setReason] = useState('');
  const act = useAct(RevokeExtensionDocument, { refetchQueries: [ExtensionsDocument] });
  const { name } = extension.organization;
  const confirm = async () => {
    if (await act.run({ extensionId: extension.id, reason: reason.trim() })) onDone(t('revoke.done', { name }));
  };
  return (
    <ActDialog
      act={act}
      title={t('revoke.of', { name })}
      action={t('revoke.action')}
      color="seal"
      isDisabled={reason.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('revoke.text')}</p>
      <ReasonField isFirst label={t('reason')} help={t('revoke.reasonHelp')} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
