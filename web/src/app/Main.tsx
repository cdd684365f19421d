import { Suspense, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { PageSkeleton } from '../ui/Skeletons';
import classes from './Layout.module.css';
import { PageErrorBoundary } from './PageErrorBoundary';

/** Where a page is drawn; what stands around it stays while the page comes, or breaks. */
export function Main({ children = <Outlet /> }: { children?: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <main id="main" className={classes.main} tabIndex={-1}>
      <PageErrorBoundary place={pathname}>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </PageErrorBoundary>
    </main>
  );
}
