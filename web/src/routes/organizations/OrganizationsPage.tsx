import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { pathOf } from '../../features/organizations/region-path';
import { StatusTag } from '../../features/organizations/StatusTag';
import { OrganizationsPageDocument } from '../../gql/OrganizationsPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import classes from './Organizations.module.css';

/** Whom the viewer acts for. */
export function OrganizationsPage() {
  return <SignedInOnly>{() => <Organizations />}</SignedInOnly>;
}

function Organizations() {
  const { t } = useTranslation('organizations');
  const { data, error, refetch } = useQuery(OrganizationsPageDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  const organizations = data.viewer?.organizations ?? [];
  const register = <ButtonLink to="/organizations/new">{t('register.open')}</ButtonLink>;
  if (organizations.length === 0) {
    return (
      <Page title={t('mine.title')} heading="hidden">
        <EmptyState title={t('mine.none')} text={t('mine.noneText')}>
          {register}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')}>
      <ul className={classes.cards}>
        {organizations.map(({ id, slug, name, kind, status, viewerRole, region }) => (
          <li key={id} className={classes.card}>
            <h2>
              <Link to={`/organizations/${slug}`}>{name}</Link>
            </h2>
            <p className={classes.facts}>{[t(`kind.${kind}`), pathOf(region)].join(' · ')}</p>
            <p className={classes.tags}>
              <StatusTag status={status} />
              {viewerRole && <span>{t('mine.role', { role: t(`role.${viewerRole}`) })}</span>}
            </p>
          </li>
        ))}
      </ul>
      <div>{register}</div>
    </Page>
  );
}
