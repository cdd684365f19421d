import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet_assignmentFragment } from '../../gql/Sheet_assignment';
import type { Sheet_criterionFragment } from '../../gql/Sheet_criterion';
import { useLanguage } from '../../i18n/useLanguage';
import { twoDecimals } from '../../ui/decimals';
import { CriterionRow, markBoxId } from './CriterionRow';
import { commentExcess, totalOf } from './sheet';
import classes from './SheetForm.module.css';
import { SheetState } from './SheetState';
import { SubmitSheetDialog } from './SubmitSheetDialog';
import type { Sheet } from './useSheet';

interface Props {
  assignment: Sheet_assignmentFragment;
  criteria: readonly Sheet_criterionFragment[];
  sheet: Sheet;
  onSubmitted: () => void;
}

/** The sheet while it is open: criteria, total, comment, and handing it in. */
export function SheetForm({ assignment, criteria, sheet, onSubmitted }: Props) {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const weights = criteria.reduce((sum, { weight }) => sum + Number(weight), 0);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const excess = commentExcess(sheet.draft);
  // Once all is saved the server's own figure stands, which is the one that counts.
  const total = sheet.state === 'saved' ? assignment.total : totalOf(sheet.draft, criteria);

  const focus = (id: string) => document.getElementById(id)?.focus();

  return (
    <div className={classes.sheet}>
      <p className={classes.keys}>{t('sheet.keys')}</p>
      <div>
        {criteria.map((criterion, index) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            sheet={sheet}
            share={percent.format(Number(criterion.weight) / weights)}
            onNext={() => {
              const next = criteria[index + 1];
              focus(next ? markBoxId(next.id) : 'sheet-comment');
            }}
          />
        ))}
      </div>
      <Textarea
        id="sheet-comment"
        label={t('sheet.comment')}
        description={t('sheet.commentHelp')}
        autosize
        minRows={3}
        maxRows={12}
        value={sheet.draft.comment}
        error={excess > 0 && t('sheet.commentTooLong', { count: excess })}
        onChange={({ currentTarget }) => sheet.comment(currentTarget.value)}
        onBlur={() => void sheet.flush()}
      />
      <div className={classes.foot}>
        <p className={classes.total}>
          {t('sheet.total')} <b>{total === null ? '–' : twoDecimals(total)}</b> <small>/ 100</small>
        </p>
        <SheetState sheet={sheet} />
        <Button
          fullWidth
          onClick={() => {
            void sheet.flush();
            setAsking(true);
          }}
        >
          {t('submit.action')}
        </Button>
      </div>
      {isAsking && (
        <SubmitSheetDialog
          assignmentId={assignment.id}
          criteria={criteria}
          sheet={sheet}
          onGo={(id) => {
            setAsking(false);
            // After the dialog has given the focus back.
            setTimeout(() => focus(markBoxId(id)), 150);
          }}
          onClose={() => setAsking(false)}
          onSubmitted={onSubmitted}
        />
      )}
    </div>
  );
}
