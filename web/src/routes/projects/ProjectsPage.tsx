import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { knownAs } from '../../features/identity/known-as';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import type { Viewer } from '../../features/identity/useViewer';
import { OpenCompetitions, openSubmission } from '../../features/projects/list/OpenCompetitions';
import { OrganizationProjects } from '../../features/projects/list/OrganizationProjects';
import { ProjectsPageDocument } from '../../gql/ProjectsPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';

export function ProjectsPage() {
  return <SignedInOnly>{(viewer) => <Projects viewer={viewer} />}</SignedInOnly>;
}

function Projects({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('projects');
  const { data, error, refetch } = useQuery(ProjectsPageDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const organizations = data.viewer?.organizations ?? [];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <OpenCompetitions competitions={data.competitions.edges.map(({ node }) => node).filter(openSubmission)} />
      {organizations.length === 0 && (
        <EmptyState title={t('noOrganization.title')} text={t('noOrganization.text', { email: knownAs(viewer) })}>
          <ButtonLink to="/organizations/new">{t('noOrganization.register')}</ButtonLink>
          <ButtonLink to="/" variant="subtle">
            {t('noOrganization.home')}
          </ButtonLink>
        </EmptyState>
      )}
      {organizations.map((organization) => (
        <OrganizationProjects key={organization.id} organization={organization} />
      ))}
      {organizations.length > 0 && (
        <p>
          <Link to="/organizations">{t('toOrganizations')}</Link>
        </p>
      )}
      <p>
        <Link to="/organize">{t('organize')}</Link>
      </p>
    </Page>
  );
}
