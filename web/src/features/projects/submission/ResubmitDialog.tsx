import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../../forms/ActDialog';
import { useAct } from '../../../forms/useAct';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import { ResubmitEntryDocument } from '../../../gql/ResubmitEntry';
import { useLanguage } from '../../../i18n/useLanguage';

interface Props {
  entry: { id: string; number: number };
  onClose: () => void;
  onResubmitted: (entry: Receipt_entryFragment) => void;
}

/** Hands the project in anew under the number that it has. */
export function ResubmitDialog({ entry, onClose, onResubmitted }: Props) {
  const { t } = useTranslation('projects');
  const listed = new Intl.ListFormat(useLanguage());
  const act = useAct(ResubmitEntryDocument);
  const { refusal } = act;
  return (
    <ActDialog
      act={act}
      title={t('resubmit.title', { number: entry.number })}
      action={t('resubmit.action')}
      problem={
        refusal?.__typename === 'IncompleteProjectError'
          ? t('submit.missingNow', { names: listed.format(refusal.missing.map(({ name }) => name)) })
          : act.problem
      }
      onConfirm={async () => {
        const done = await act.run({ entryId: entry.id });
        if (done) onResubmitted(done.entry);
      }}
      onClose={onClose}
    >
      <p>{t('resubmit.text')}</p>
    </ActDialog>
  );
}
