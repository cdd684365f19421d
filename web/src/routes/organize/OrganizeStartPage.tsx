import { useQuery } from '@apollo/client/react';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { BeginForm } from '../../features/setup/BeginForm';
import { CopyForm } from '../../features/setup/CopyForm';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import classes from '../../features/setup/SetUp.module.css';
import { OrganizeStartPageDocument } from '../../gql/OrganizeStartPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';

/** The competitions somebody runs, and the beginning of a new one. */
export function OrganizeStartPage() {
  return <SignedInOnly>{() => <Start />}</SignedInOnly>;
}

function Start() {
  const { t } = useTranslation('setup');
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(OrganizeStartPageDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  const competitions = (data.viewer?.organizes ?? []).filter(({ isRehearsal }) => !isRehearsal);
  const hosts = data.viewer?.hosts.edges.map(({ node }) => node) ?? [];
  const onBegun = (slug: string) => void navigate(`/organize/${slug}/setup`);
  return (
    <Page title={t('start.title')} lead={t('start.lead')}>
      {competitions.length > 0 && (
        <Section title={t('start.yours')}>
          <Stack as="ul" gap={4}>
            {competitions.map(({ id, slug, name, openedAt }) => (
              <li key={id}>
                <Link
                  to={openedAt === null ? `/organize/${slug}/setup/open` : `/organize/${slug}`}
                  className={classes.link}
                >
                  <span>
                    <b>{name}</b>
                    <span className={classes.help}>/c/{slug}</span>
                    {openedAt === null && <Tag tone="gold">{t('settingUp')}</Tag>}
                  </span>
                  <IconChevronRight size={20} aria-hidden="true" />
                </Link>
              </li>
            ))}
          </Stack>
        </Section>
      )}
      <Columns from="desk" gap={8} align="start">
        {competitions.length > 0 && (
          <Section title={t('start.copyTitle')}>
            <p className={classes.help}>{t('start.copyText')}</p>
            <CopyForm competitions={competitions} onBegun={onBegun} />
          </Section>
        )}
        {hosts.length > 0 && (
          <Section title={t('start.newTitle')}>
            <p className={classes.help}>{t('start.newText')}</p>
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
