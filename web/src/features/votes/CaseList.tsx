import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { TextSkeleton } from '../../ui/Skeletons';
import { CaseCard } from './CaseCard';
import type { CaseFilter } from './case-filter';
import type { Case, LiveCases } from './useCases';

interface Props {
  slug: string;
  timeZone: string;
  filter: CaseFilter;
  live: LiveCases;
  /** Until the results are out; then what counts stands. */
  canDecide: boolean;
  onDecide: (one: Case, verdict: 'VOID' | 'RESTORE') => void;
  onAllAppeals: (() => void) | undefined;
}

export function CaseList({ slug, timeZone, filter, live, canDecide, ...acts }: Props) {
  const { t } = useTranslation('votes');
  const { rows: cases, error } = live;
  if (!cases) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={live.refresh} /> : <TextSkeleton lines={8} />;
  }
  return (
    <>
      {Boolean(error) && <Notice tone="trouble">{t('cases.failed')}</Notice>}
      {cases.length === 0 ? (
        <EmptyState title={t(`cases.none.${filter}`)} text={filter === 'OPEN' && t('cases.noneText')} />
      ) : (
        <Stack as="ul" gap={4}>
          {cases.map((one) => (
            <li key={one.id}>
              <CaseCard slug={slug} timeZone={timeZone} held={one} canDecide={canDecide} {...acts} />
            </li>
          ))}
        </Stack>
      )}
      <LoadMore
        shown={cases.length}
        total={live.total}
        hasMore={live.hasMore}
        isLoading={live.isLoading}
        onMore={live.more}
      />
    </>
  );
}
