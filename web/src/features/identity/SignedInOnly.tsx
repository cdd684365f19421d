import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { ErrorState } from '../../ui/ErrorState';
import { PageSkeleton } from '../../ui/Skeletons';
import { useViewer, type Viewer } from './useViewer';

/** For pages that say nothing to a visitor: signs them in first and brings them back. */
export function SignedInOnly({ children }: { children: (viewer: Viewer) => ReactNode }) {
  const { pathname, search } = useLocation();
  const { viewer, isLoading, error } = useViewer();
  if (isLoading) return <PageSkeleton />;
  if (viewer) return children(viewer);
  if (error) return <ErrorState kind={kindOf(error)} onRetry={() => location.reload()} />;
  return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
}
