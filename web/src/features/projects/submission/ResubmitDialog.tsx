import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import { ResubmitEntryDocument } from '../../../gql/ResubmitEntry';
import { useLanguage } from '../../../i18n/useLanguage';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';

interface Props {
  entry: { id: string; number: number };
  onClose: () => void;
  onResubmitted: (entry: Receipt_entryFragment) => void;
}

/** Hands the project in anew under the number that it has. */
export function ResubmitDialog({ entry, onClose, onResubmitted }: Props) {
  const { t } = useTranslation('projects');
  const listed = new Intl.ListFormat(useLanguage());
  const [problem, setProblem] = useState<string>();
  const [resubmitEntry, { loading }] = useMutation(ResubmitEntryDocument, { context: { staysOnPage: true } });

  const resubmit = async () => {
    setProblem(undefined);
    const answer = await resubmitEntry({ variables: { input: { entryId: entry.id } } }).catch(() => undefined);
    const result = answer?.data?.resubmitEntry;
    switch (result?.__typename) {
      case 'ResubmitEntrySuccess':
        onResubmitted(result.entry);
        return;
      case 'IncompleteProjectError':
        setProblem(t('submit.missingNow', { names: listed.format(result.missing.map(({ name }) => name)) }));
        return;
      default:
        setProblem(result?.message ?? t('submit.failed'));
    }
  };

  return (
    <ConfirmDialog
      title={t('resubmit.title', { number: entry.number })}
      action={t('resubmit.action')}
      isOpen
      isBusy={loading}
      problem={problem}
      onConfirm={() => void resubmit()}
      onClose={onClose}
    >
      <p>{t('resubmit.text')}</p>
    </ConfirmDialog>
  );
}
