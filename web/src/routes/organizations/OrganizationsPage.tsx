import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { pathOf } from '../../features/organizations/region-path';
import { StatusTag } from '../../features/organizations/StatusTag';
import { PageQuery } from '../../forms/PageQuery';
import { OrganizationsPageDocument, type OrganizationsPageQuery } from '../../gql/OrganizationsPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Card } from '../../ui/layout/Stack';
import { Page } from '../../ui/Page';

/** Whom the viewer acts for. */
export function OrganizationsPage() {
  return (
    <SignedInOnly>
      {() => (
        <PageQuery query={OrganizationsPageDocument} variables={{}} pick={({ viewer }) => viewer?.organizations ?? []}>
          {(organizations) => <Organizations organizations={organizations} />}
        </PageQuery>
      )}
    </SignedInOnly>
  );
}

type Organization = NonNullable<OrganizationsPageQuery['viewer']>['organizations'][number];

function Organizations({ organizations }: { organizations: readonly Organization[] }) {
  const { t } = useTranslation('organizations');
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
      <Columns as="ul" min="22rem" gap={4}>
        {organizations.map(({ id, slug, name, kind, status, viewerRole, region }) => (
          <Card as="li" key={id} tone="raised" gap={2} padInline={5}>
            <h2 className="large">
              <Link to={`/organizations/${slug}`}>{name}</Link>
            </h2>
            <p className="soft">{[t(`kind.${kind}`), pathOf(region)].join(' · ')}</p>
            <Row as="p" gap={3} rowGap={2}>
              <StatusTag status={status} />
              {viewerRole && <span>{t('mine.role', { role: t(`role.${viewerRole}`) })}</span>}
            </Row>
          </Card>
        ))}
      </Columns>
      <div>{register}</div>
    </Page>
  );
}
