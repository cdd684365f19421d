import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../apollo/errors';
import { ErrorState, type ErrorStateKind } from '../ui/ErrorState';
import { Page } from '../ui/Page';
import { PageSkeleton, TextSkeleton } from '../ui/Skeletons';

export interface PageAnswer<Data, Variables extends OperationVariables> extends Pick<
  useQuery.Result<Data, Variables>,
  'fetchMore'
> {
  /** Asks again; never fails, since the page shows what it had. */
  renew: () => Promise<void>;
  isLoading: boolean;
  /** The newest question was not answered; what is shown is from before. */
  isStale: boolean;
}

interface Props<Data, Variables extends OperationVariables, Shown> {
  query: TypedDocumentNode<Data, Variables>;
  variables: NoInfer<Variables>;
  /** What the page is about; where there is none, nothing was found. */
  pick: (data: NoInfer<Data>) => Shown | null | undefined;
  /** Asks again every so many milliseconds while somebody looks. */
  poll?: number;
  /** Where what was read before would mislead. */
  isAlwaysFresh?: boolean;
  skeleton?: ReactNode;
  children: (shown: Shown, answer: PageAnswer<NoInfer<Data>, NoInfer<Variables>>) => ReactNode;
}

/** Asks for a page's data, and shows what there is instead while there is none. */
export function PageQuery<Data, Variables extends OperationVariables, Shown>(props: Props<Data, Variables, Shown>) {
  return <Asking skeleton={<PageSkeleton />} missing={MissingPage} {...props} />;
}

/** The same for a part of a page. */
export function PartQuery<Data, Variables extends OperationVariables, Shown>(props: Props<Data, Variables, Shown>) {
  return <Asking skeleton={<TextSkeleton lines={6} />} missing={ErrorState} {...props} />;
}

interface MissingProps {
  kind: ErrorStateKind;
  onRetry?: () => void;
}

function Asking<Data, Variables extends OperationVariables, Shown>({
  query,
  variables,
  pick,
  poll = 0,
  isAlwaysFresh = false,
  skeleton,
  missing: Missing,
  children,
}: Props<Data, Variables, Shown> & { missing: ComponentType<MissingProps> }) {
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery<Data, Variables>(query, {
    variables,
    fetchPolicy: isAlwaysFresh ? 'network-only' : 'cache-and-network',
    pollInterval: poll,
    skipPollAttempt: () => document.hidden,
    context: { staysOnPage: true },
  } as useQuery.Options<Data, Variables>);
  const renew = async () => void (await refetch().catch(() => undefined));
  const newest = data ?? previousData;
  const shown = newest === undefined ? undefined : pick(newest);
  if (shown !== null && shown !== undefined) {
    return children(shown, { renew, fetchMore, isLoading: loading, isStale: error !== undefined });
  }
  if (error) return <Missing kind={kindOf(error)} onRetry={() => void renew()} />;
  return loading ? skeleton : <Missing kind="notFound" />;
}

function MissingPage({ kind, onRetry }: MissingProps) {
  const { t } = useTranslation();
  return (
    <Page title={t(`errors.${kind}.title`)} heading="inContent">
      <ErrorState kind={kind} onRetry={onRetry} level={1} />
    </Page>
  );
}
