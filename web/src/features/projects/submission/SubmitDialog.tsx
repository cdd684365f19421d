import { useMutation } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import { SubmitEntryDocument } from '../../../gql/SubmitEntry';
import type { SubmitPart_competitionFragment } from '../../../gql/SubmitPart_competition';
import { useLanguage } from '../../../i18n/useLanguage';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
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
  const [problem, setProblem] = useState<ReactNode>();
  const [submitEntry, { loading }] = useMutation(SubmitEntryDocument, { context: { staysOnPage: true } });
  const { titleZh = '', titleEn = '' } = draft.text;
  const title = (language === 'en' ? titleEn || titleZh : titleZh || titleEn).trim();
  const listed = new Intl.ListFormat(language);

  const submit = async () => {
    setProblem(undefined);
    const answer = await submitEntry({
      variables: { input: { projectId, competitionId: competition.id, categoryId: category.id } },
    }).catch(() => undefined);
    const result = answer?.data?.submitEntry;
    switch (result?.__typename) {
      case 'SubmitEntrySuccess':
        onSubmitted(result.entry);
        return;
      case 'IncompleteProjectError':
        setProblem(
          <>
            <p>{result.message}</p>
            <p>
              {t('submit.missingNow', {
                names: listed.format(result.missing.map(({ name }) => name)),
              })}
            </p>
          </>,
        );
        return;
      case 'SubmissionsClosedError':
        setProblem(result.message);
        return;
      case 'AlreadyEnteredError': {
        const { number, competition: entered } = result.entry;
        setProblem(
          <>
            <p>{result.message}</p>
            <Link to={`/c/${entered.slug}/entries/${number}`}>{t('submit.earlier', { number })}</Link>
          </>,
        );
        return;
      }
      case 'OrganizationRefusedError':
      case 'TooManyEntriesError':
        setProblem(result.message);
        return;
      default:
        setProblem(t('submit.failed'));
    }
  };

  return (
    <ConfirmDialog
      title={t('submit.confirmTitle')}
      action={t('submit.action')}
      isOpen
      isBusy={loading}
      problem={problem}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <p>
        {t('submit.confirmText', {
          title,
          competition: competition.name,
          category: category.name,
        })}
      </p>
      <p>{t('submit.frozen')}</p>
    </ConfirmDialog>
  );
}
