import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sentences } from '../../../i18n/sentences';
import { useLanguage } from '../../../i18n/useLanguage';
import { twoDecimals } from '../../../ui/text/decimals';
import { Dialog, DialogActions } from '../../../ui/Dialog';
import { Row } from '../../../ui/layout/Row';
import type { SheetCriterion } from './CriterionRow';
import { missingMarks, totalOf, type SheetDraft } from './sheet';
import classes from './SubmitSheetDialog.module.css';

interface Props {
  criteria: readonly SheetCriterion[];
  draft: SheetDraft;
  lacksComment: boolean;
  isOffline: boolean;
  /** To the box of a criterion, or to the comment. */
  onGo: (criterionId: string | null) => void;
  onClose: () => void;
  onSubmit: () => void;
}

/** What is missing, or else the question whether these marks shall stand. */
export function SubmitSheetDialog({ criteria, draft, lacksComment, isOffline, onGo, onClose, onSubmit }: Props) {
  const { t } = useTranslation(['judging', 'app']);
  const language = useLanguage();
  const missing = [
    ...missingMarks(draft, criteria).map(({ id, name }) => ({ id, name })),
    ...(lacksComment ? [{ id: null, name: t('submit.comment') }] : []),
  ];
  if (missing.length > 0) {
    return (
      <Dialog title={t('submit.missingTitle')} isOpen onClose={onClose}>
        <p>{t('submit.missingText', { count: missing.length })}</p>
        <Row as="ul" gap={2} align="stretch">
          {missing.map(({ id, name }, index) => (
            <li key={id}>
              <Button variant="light" onClick={() => onGo(id)} data-autofocus={index === 0 || undefined}>
                {name}
              </Button>
            </li>
          ))}
        </Row>
      </Dialog>
    );
  }
  const total = totalOf(draft, criteria);
  return (
    <Dialog title={t('submit.title')} isOpen onClose={onClose}>
      <dl className={classes.marks}>
        {criteria.map(({ id, name }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{draft.text[id]}</dd>
          </div>
        ))}
        <div className={classes.total}>
          <dt>{t('sheet.total')}</dt>
          <dd>{total && twoDecimals(total)}</dd>
        </div>
      </dl>
      <p>{sentences(language, t('submit.text'), isOffline && t('submit.offline'))}</p>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('dialog.cancel', { ns: 'app' })}
        </Button>
        {/* Forty times an evening: whoever came by Enter goes on by Enter, though not by the same press of it. */}
        <Button onClick={onSubmit} onKeyDown={(event) => event.repeat && event.preventDefault()} data-autofocus>
          {t('submit.action')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
