import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionBar } from '../../ui/ActionBar';
import classes from './VoteBar.module.css';

const RuleDialog = lazy(async () => ({ default: (await import('./RuleDialog')).RuleDialog }));

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
      <div className={classes.frame}>
        <div className={classes.main}>{children}</div>
        <p className={classes.links}>
          <button type="button" onClick={() => setRuleOpen(true)}>
            {t('rules')}
          </button>
          <Link to={`/c/${slug}/my-votes`}>{t('mine')}</Link>
        </p>
      </div>
      {isRuleOpen && (
        <Suspense>
          <RuleDialog slug={slug} onClose={() => setRuleOpen(false)} />
        </Suspense>
      )}
    </ActionBar>
  );
}
