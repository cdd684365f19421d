import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { progressOf } from '../../features/judging/overview/progress';
import type { Outbox } from '../../features/judging/sync/useOutbox';
import { Tag } from '../../ui/Tag';
import type { SheetPageQuery } from '../../gql/SheetPage';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './SheetPage.module.css';

interface Props {
  assignment: NonNullable<SheetPageQuery['assignment']>;
  outbox: Outbox;
  /** How long, in words; null where no time runs. */
  left: string | null;
}

/** Which entry, how far the judge is, and whose it is, unless the rule is to mark without names. */
export function SheetHeader({ assignment, outbox, left }: Props) {
  const { t } = useTranslation('judging');
  const { entry, judge, isAnchor } = assignment;
  const { submitted, assigned } = progressOf(judge, outbox);
  const names = entry.organization ? [entry.organization.name, entry.region?.name] : [t('sheet.blind')];
  return (
    <Stack as="header" gap={1}>
      <Row as="p" gap={4} rowGap={1} className="faint small tabular">
        <Link to="/judge">{t('title')}</Link>
        <span>{t('sheet.place', { done: submitted, total: assigned })}</span>
        {left !== null && <span>{t('seat.left', { left })}</span>}
        {isAnchor && <Tag tone="laurel">{t('sheet.anchor')}</Tag>}
        {entry.competition.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
      </Row>
      <h1 className={classes.title}>{entry.title}</h1>
      <p className="soft">
        {[t('sheet.number', { number: entry.number }), entry.category.name, ...names].filter(Boolean).join(' · ')}
      </p>
    </Stack>
  );
}
