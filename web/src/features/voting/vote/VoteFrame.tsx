import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionBar } from '../../../ui/ActionBar';
import { Columns } from '../../../ui/layout/Columns';
import { Row } from '../../../ui/layout/Row';
import classes from './VoteBar.module.css';

const RuleDialog = lazy(async () => ({ default: (await import('../rule/RuleDialog')).RuleDialog }));

interface Props {
  competition: { slug: string };
  children: ReactNode;
}

/** The bar at the bottom, with the way to the rules and to one's own votes. */
export function VoteFrame({ competition: { slug }, children }: Props) {
  const { t } = useTranslation('voting');
  const [isRuleOpen, setRuleOpen] = useState(false);
  return (
    <ActionBar label={t('bar')}>
      <Columns sizes="minmax(0, 1fr) auto" gap={1} align="center" className={classes.frame}>
        <Row gap={3} justify="between" nowrap className="touch">
          {children}
        </Row>
        <Row as="p" gap={5} align="stretch" nowrap className={classes.links}>
          <button type="button" onClick={() => setRuleOpen(true)}>
            {t('rules')}
          </button>
          <Link to={`/c/${slug}/my-votes`}>{t('mine')}</Link>
        </Row>
      </Columns>
      {isRuleOpen && (
        <Suspense>
          <RuleDialog slug={slug} onClose={() => setRuleOpen(false)} />
        </Suspense>
      )}
    </ActionBar>
  );
}
