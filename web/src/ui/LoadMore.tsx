import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Stack } from './layout/Stack';

interface Props {
  shown: number;
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}

/** How much of a list is on the page, and a button for the rest; nothing once all of it is. */
export function LoadMore({ shown, total, hasMore, isLoading, onMore }: Props) {
  const { t } = useTranslation();
  if (!hasMore) return null;
  return (
    <Stack gap={2} align="center" padBlock={4}>
      <p role="status" className="faint small tabular">
        {t('shownOf', { shown, total })}
      </p>
      <Button variant="default" loading={isLoading} onClick={onMore}>
        {t('loadMore')}
      </Button>
    </Stack>
  );
}

/** A list that is here as a whole, of which some is shown at a time. */
export function useSome<One>(list: readonly One[], step = 20) {
  const [most, setMost] = useState(step);
  const some = list.slice(0, most);
  const more: Props = {
    shown: some.length,
    total: list.length,
    hasMore: some.length < list.length,
    isLoading: false,
    onMore: () => setMost((now) => now + step),
  };
  return { some, more };
}
