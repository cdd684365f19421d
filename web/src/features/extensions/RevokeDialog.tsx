import { useMutation } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtensionList_extensionFragment } from '../../gql/ExtensionList_extension';
import { RevokeExtensionDocument } from '../../gql/RevokeExtension';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface Props {
  extension: ExtensionList_extensionFragment;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** The organization reads the reason, so there has to be one. */
export function RevokeDialog({ extension, onClose, onDone }: Props) {
  const { t } = useTranslation('extensions');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [revoke, { loading }] = useMutation(RevokeExtensionDocument, { context: { staysOnPage: true } });
  const { name } = extension.organization;
  const confirm = async () => {
    setProblem(undefined);
    const input = { extensionId: extension.id, reason: reason.trim() };
    const answer = await revoke({ variables: { input } }).catch(() => undefined);
    const result = answer?.data?.revokeExtension;
    switch (result?.__typename) {
      case 'RevokeExtensionSuccess':
        onDone(t('revoke.done', { name }));
        return;
      case 'InvalidInputError':
        setProblem(result.fields[0]?.message ?? result.message);
        return;
      default:
        setProblem(result?.message ?? t('network'));
    }
  };
  return (
    <ConfirmDialog
      title={t('revoke.of', { name })}
      action={t('revoke.action')}
      color="seal"
      isOpen
      isBusy={loading}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('revoke.text')}</p>
      <Textarea
        label={t('reason')}
        description={t('revoke.reasonHelp')}
        autosize
        minRows={2}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
