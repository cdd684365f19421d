import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { BeginForm } from '../../features/setup/BeginForm';
import { CardLink } from '../../features/setup/CardLink';
import { CopyForm } from '../../features/setup/CopyForm';
import { PageQuery } from '../../forms/PageQuery';
import { OrganizeStartPageDocument, type OrganizeStartPageQuery } from '../../gql/OrganizeStartPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { Page, Section } from '../../ui/Page';
import { Tag } from '../../ui/Tag';

/** The competitions somebody runs, and the beginning of a new one. */
export function OrganizeStartPage() {
  return (
    <SignedInOnly>
      {() => (
        <PageQuery query={OrganizeStartPageDocument} variables={{}} pick={({ viewer }) => viewer}>
          {(viewer) => <Start viewer={viewer} />}
        </PageQuery>
      )}
    </SignedInOnly>
  );
}

function Start({ viewer }: { viewer: NonNullable<OrganizeStartPageQuery['viewer']> }) {
  const { t } = useTranslation('setup');
  const navigate = useNavigate();
  const competitions = viewer.organizes.filter(({ isRehearsal }) => !isRehearsal);
  const hosts = viewer.hosts.edges.map(({ node }) => node);
  const onBegun = (slug: string) => void navigate(`/organize/${slug}/setup`);
  return (
    <Page title={t('start.title')} lead={t('start.lead')}>
      {competitions.length > 0 && (
        <Section title={t('start.yours')}>
          <Stack as="ul" gap={4}>
            {competitions.map(({ id, slug, name, openedAt }) => (
              <li key={id}>
                <CardLink
                  to={openedAt === null ? `/organize/${slug}/setup/open` : `/organize/${slug}`}
                  title={name}
                  text={`/c/${slug}`}
                >
                  {openedAt === null && <Tag tone="gold">{t('settingUp')}</Tag>}
                </CardLink>
              </li>
            ))}
          </Stack>
        </Section>
      )}
      <Columns from="desk" gap={8} align="start">
        {competitions.length > 0 && (
          <Section title={t('start.copyTitle')}>
            <p className="soft">{t('start.copyText')}</p>
            <CopyForm competitions={competitions} onBegun={onBegun} />
          </Section>
        )}
        {hosts.length > 0 && (
          <Section title={t('start.newTitle')}>
            <p className="soft">{t('start.newText')}</p>
            <BeginForm hosts={hosts} onBegun={onBegun} />
          </Section>
        )}
      </Columns>
      {hosts.length === 0 && competitions.length === 0 && (
        <EmptyState title={t('start.noHost')} text={t('start.noHostText')}>
          <ButtonLink to="/">{t('start.home')}</ButtonLink>
        </EmptyState>
      )}
    </Page>
  );
}
