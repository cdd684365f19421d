import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet_criterionFragment } from '../../gql/Sheet_criterion';
import { SubmitSheetDocument } from '../../gql/SubmitSheet';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Dialog } from '../../ui/Dialog';
import { missingMarks, totalOf } from './sheet';
import classes from './SubmitSheetDialog.module.css';
import type { Sheet } from './useSheet';

interface Props {
  assignmentId: string;
  criteria: readonly Sheet_criterionFragment[];
  sheet: Sheet;
  /** To the box of a criterion. */
  onGo: (criterionId: string) => void;
  onClose: () => void;
  onSubmitted: () => void;
}

/** What is missing, or else the question whether these marks shall stand. */
export function SubmitSheetDialog({ assignmentId, criteria, sheet, onGo, onClose, onSubmitted }: Props) {
  const { t } = useTranslation('judging');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [missingThere, setMissingThere] = useState<readonly { id: string; name: string }[]>([]);
  const [submitSheet] = useMutation(SubmitSheetDocument, { context: { staysOnPage: true } });
  const missing = missingThere.length > 0 ? missingThere : missingMarks(sheet.draft, criteria);

  if (missing.length > 0) {
    return (
      <Dialog title={t('submit.missingTitle')} isOpen onClose={onClose}>
        <p>{t('submit.missingText', { count: missing.length })}</p>
        <ul className={classes.missing}>
          {missing.map(({ id, name }, index) => (
            <li key={id}>
              <Button variant="light" onClick={() => onGo(id)} data-autofocus={index === 0 || undefined}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    );
  }

  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await sheet.flush();
      if (!sheet.isAllSaved()) {
        setProblem(t('submit.unsaved'));
        return;
      }
      const { data } = await submitSheet({ variables: { input: { assignmentId } } });
      const result = data?.submitSheet;
      switch (result?.__typename) {
        case 'SubmitSheetSuccess':
        case 'SheetSubmittedError':
          onSubmitted();
          return;
        case 'IncompleteSheetError':
          setMissingThere(result.missing);
          return;
        default:
          setProblem(result?.message ?? t('submit.failed'));
      }
    } catch {
      setProblem(t('submit.failed'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      title={t('submit.title')}
      action={t('submit.action')}
      isOpen
      isBusy={isBusy}
      problem={problem}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <dl className={classes.marks}>
        {criteria.map(({ id, name }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{sheet.draft.text[id]}</dd>
          </div>
        ))}
        <div className={classes.total}>
          <dt>{t('sheet.total')}</dt>
          <dd>{totalOf(sheet.draft, criteria)}</dd>
        </div>
      </dl>
      <p>{t('submit.text')}</p>
    </ConfirmDialog>
  );
}
