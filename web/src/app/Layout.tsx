import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { PageSkeleton } from '../ui/Skeletons';
import { Footer } from './Footer';
import { Header } from './Header';
import classes from './Layout.module.css';
import { Main } from './Main';
import { OfflineNotice } from './OfflineNotice';
import { PageErrorBoundary } from './PageErrorBoundary';
import { RehearsalBand } from './RehearsalBand';
import { useFocusOnArrival } from './useFocusOnArrival';
import { useScrollMemory } from './useScrollMemory';
import { WaitingNotice } from './WaitingNotice';

export function Layout() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useScrollMemory();
  useFocusOnArrival('main');
  return (
    <div className={classes.layout}>
      <a className={classes.skip} href="#main">
        {t('skipToContent')}
      </a>
      <Header />
      <OfflineNotice />
      <WaitingNotice />
      <RehearsalBand />
      <PageErrorBoundary place={pathname}>
        <Suspense
          fallback={
            <Main>
              <PageSkeleton />
            </Main>
          }
        >
          <Outlet />
        </Suspense>
      </PageErrorBoundary>
      <Footer />
    </div>
  );
}
