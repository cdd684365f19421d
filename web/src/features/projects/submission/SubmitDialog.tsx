import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActDialog } from '../../../forms/ActDialog';
import { useAct } from '../../../forms/useAct';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import { SubmitEntryDocument } from '../../../gql/SubmitEntry';
import type { SubmitPart_competitionFragment } from '../../../gql/SubmitPart_competition';
import { useLanguage } from '../../../i18n/useLanguage';
import type { Draft } from '../form/draft';

interface Props {
  projectId: string;
  draft: Draft;
  competition: SubmitPart_competitionFragment;
  category: { id: string; name: string };
  onClose: () => void;
  onSubmitted: (entry: Receipt_entryFragment) => void;
}

/** Says that what is handed in is a frozen copy, and then hands it in. */
export function SubmitDialog({ projectId, draft, competition, category, onClose, onSubmitted }: Props) {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  const listed = new Intl.ListFormat(language);
  const act = useAct(SubmitEntryDocument);
  const { refusal } = act;
  const { titleZh = '', titleEn = '' } = draft.text;
  const title = (language === 'en' ? titleEn || titleZh : titleZh || titleEn).trim();
  const more =
    refusal?.__typename === 'IncompleteProjectError' ? (
      t('submit.missingNow', { names: listed.format(refusal.missing.map(({ name }) => name)) })
    ) : refusal?.__typename === 'AlreadyEnteredError' ? (
      <Link to={`/c/${refusal.entry.competition.slug}/entries/${refusal.entry.number}`}>
        {t('submit.earlier', { number: refusal.entry.number })}
      </Link>
    ) : null;
  return (
    <ActDialog
      act={act}
      title={t('submit.confirmTitle')}
      action={t('submit.action')}
      problem={
        more ? (
          <>
            <p>{act.problem}</p>
            <p>{more}</p>
          </>
        ) : (
          // Pressing again is safe: a project never enters twice.
          act.problem && (refusal ? act.problem : t('submit.failed'))
        )
      }
      onConfirm={async () => {
        const done = await act.run({ projectId, competitionId: competition.id, categoryId: category.id });
        if (done) onSubmitted(done.entry);
      }}
      onClose={onClose}
    >
      <p>{t('submit.confirmText', { title, competition: competition.name, category: category.name })}</p>
      <p>{t('submit.frozen')}</p>
    </ActDialog>
  );
}
