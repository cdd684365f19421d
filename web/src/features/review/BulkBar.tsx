import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewVerdict } from '../../gql/types';
import { ActionBar } from '../../ui/ActionBar';
import classes from './Review.module.css';

interface Props {
  count: number;
  onAsk: (verdict: ReviewVerdict) => void;
  onClear: () => void;
}

/** What can be done to all that are selected. */
export function BulkBar({ count, onAsk, onClear }: Props) {
  const { t } = useTranslation('review');
  return (
    <ActionBar label={t('bulk.picked', { count })}>
      <div className={classes.bulk}>
        <p role="status">{t('bulk.picked', { count })}</p>
        <Button variant="subtle" onClick={onClear}>
          {t('bulk.clear')}
        </Button>
        <Button variant="default" onClick={() => onAsk('REJECT')}>
          {t('reject')}
        </Button>
        <Button variant="default" onClick={() => onAsk('RETURN')}>
          {t('return')}
        </Button>
        <Button onClick={() => onAsk('ACCEPT')}>{t('accept')}</Button>
      </div>
    </ActionBar>
  );
}
