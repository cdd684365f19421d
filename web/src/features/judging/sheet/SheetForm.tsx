import { Button, Switch, Textarea } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet_assignmentFragment } from '../../../gql/Sheet_assignment';
import type { Sheet_rubricFragment } from '../../../gql/Sheet_rubric';
import { useLanguage } from '../../../i18n/useLanguage';
import { twoDecimals } from '../../../ui/text/decimals';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import { ConflictButton } from './ConflictButton';
import { CriterionRow, markBoxId } from './CriterionRow';
import { OutboxState } from '../sync/OutboxState';
import { commentExcess, missingMarks, totalOf } from './sheet';
import classes from './SheetForm.module.css';
import { SubmitSheetDialog } from './SubmitSheetDialog';
import { useDigitsAnywhere } from './useDigitsAnywhere';
import type { Outbox } from '../sync/useOutbox';
import type { Sheet } from './useSheet';

interface Props {
  assignment: Sheet_assignmentFragment;
  rubric: Sheet_rubricFragment;
  sheet: Sheet;
  outbox: Outbox;
  onSubmitted: () => void;
  onConflict: (note: string) => void;
}

const commentId = 'sheet-comment';
const submitId = 'sheet-submit';

/** The sheet while it is open: criteria, total, comment, and handing it in. */
export function SheetForm({ assignment, rubric, sheet, outbox, onSubmitted, onConflict }: Props) {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const [showsLevels, setShowsLevels] = useState(false);
  const { criteria, requiresComment } = rubric;
  const weights = criteria.reduce((sum, { weight }) => sum + Number(weight), 0);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const excess = commentExcess(sheet.draft);
  const total = totalOf(sheet.draft, criteria);
  const lacksComment = requiresComment && sheet.draft.comment.trim() === '';
  const first = missingMarks(sheet.draft, criteria)[0] ?? criteria[0];
  useDigitsAnywhere(first && markBoxId(first.id));

  const focus = (id: string) => document.getElementById(id)?.focus();
  const afterRow = (index: number) => {
    const next = criteria[index + 1];
    if (next) return markBoxId(next.id);
    return lacksComment ? commentId : submitId;
  };

  return (
    <Stack gap={3}>
      <p className={classes.keys}>{t('sheet.keys')}</p>
      {sheet.refusal && (
        <div role="alert">
          <Notice tone="trouble">{sheet.refusal}</Notice>
        </div>
      )}
      {criteria.some(({ levels }) => levels.length > 0) && (
        <Switch
          checked={showsLevels}
          label={t('sheet.showLevels')}
          onChange={({ currentTarget }) => setShowsLevels(currentTarget.checked)}
        />
      )}
      <div>
        {criteria.map((criterion, index) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            sheet={sheet}
            share={percent.format(Number(criterion.weight) / weights)}
            showsLevels={showsLevels}
            onNext={() => focus(afterRow(index))}
          />
        ))}
      </div>
      <Textarea
        id={commentId}
        label={requiresComment ? t('sheet.commentRequired') : t('sheet.comment')}
        description={t('sheet.commentHelp')}
        required={requiresComment}
        withAsterisk={requiresComment}
        autosize
        minRows={3}
        maxRows={12}
        value={sheet.draft.comment}
        error={excess > 0 && t('sheet.commentTooLong', { count: excess })}
        onChange={({ currentTarget }) => sheet.comment(currentTarget.value)}
      />
      <ConflictButton hasMarks={assignment.marks.length > 0} onDeclare={onConflict} />
      <Stack gap={1} className={classes.foot}>
        <Row as="p" gap={2} align="baseline" nowrap className={classes.total}>
          {t('sheet.total')} <b>{total === null ? '–' : twoDecimals(total)}</b> <small>/ 100</small>
        </Row>
        <OutboxState outbox={outbox} />
        <Button
          id={submitId}
          fullWidth
          onClick={() => {
            outbox.flush();
            setAsking(true);
          }}
        >
          {t('submit.action')}
        </Button>
      </Stack>
      {isAsking && (
        <SubmitSheetDialog
          criteria={criteria}
          draft={sheet.draft}
          lacksComment={lacksComment || excess > 0}
          isOffline={outbox.state === 'away'}
          onGo={(criterionId) => {
            setAsking(false);
            // After the dialog has given the focus back.
            setTimeout(() => focus(criterionId ? markBoxId(criterionId) : commentId), 150);
          }}
          onClose={() => setAsking(false)}
          onSubmit={() => {
            setAsking(false);
            sheet.submit();
            onSubmitted();
          }}
        />
      )}
    </Stack>
  );
}
