import { useTranslation } from 'react-i18next';
import type { Sheet_assignmentFragment } from '../../../gql/Sheet_assignment';
import type { Sheet_rubricFragment } from '../../../gql/Sheet_rubric';
import { twoDecimals } from '../../../ui/text/decimals';
import { missingMarks, totalOf } from '../sheet/sheet';
import type { Sheet } from '../sheet/useSheet';

interface Props {
  assignment: Sheet_assignmentFragment;
  rubric: Sheet_rubricFragment;
  sheet: Sheet;
}

/** How the sheet stands in a line, on the handle of the drawer. */
export function SheetSummary({ assignment, rubric: { criteria }, sheet }: Props) {
  const { t } = useTranslation('judging');
  const running = totalOf(sheet.draft, criteria);
  if (assignment.status === 'SUBMITTED') {
    return (
      <>
        <b>{t('finished.title')}</b> {assignment.total && twoDecimals(assignment.total)}
      </>
    );
  }
  if (sheet.isSubmitting) {
    return (
      <>
        <b>{t('finished.waiting')}</b> {running}
      </>
    );
  }
  const marked = criteria.length - missingMarks(sheet.draft, criteria).length;
  return (
    <>
      <b>{running ?? '–'}</b> · {t('sheet.marked', { marked, total: criteria.length })}
    </>
  );
}
