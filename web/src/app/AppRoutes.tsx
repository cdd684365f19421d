import { Route, Routes } from 'react-router';
import { Layout } from './Layout';
import { Main } from './Main';
import { NotFoundPage } from './NotFoundPage';
import { isOrganizers, OrganizerFrame, organizerHome, routes } from './routes';

export function AppRoutes() {
  const rows = (isFramed: boolean) =>
    routes
      .filter(({ path }) => isOrganizers(path) === isFramed)
      .map(({ path, Page }) => <Route key={path} path={path} element={<Page />} />);
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path={organizerHome} element={<OrganizerFrame />}>
          {rows(true)}
        </Route>
        <Route element={<Main />}>
          {rows(false)}
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
