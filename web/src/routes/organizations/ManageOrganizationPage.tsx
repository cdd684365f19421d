import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { DetailsDialog } from '../../features/organizations/DetailsDialog';
import { FormerMembers } from '../../features/organizations/FormerMembers';
import { InvitationList } from '../../features/organizations/InvitationList';
import { InviteDialog } from '../../features/organizations/InviteDialog';
import { LeaveDialog } from '../../features/organizations/LeaveDialog';
import { MemberDialog } from '../../features/organizations/MemberDialog';
import { MemberList, type ActOnMember } from '../../features/organizations/MemberList';
import { OrganizationFacts } from '../../features/organizations/OrganizationFacts';
import { StatusNotice } from '../../features/organizations/StatusNotice';
import { StatusTag } from '../../features/organizations/StatusTag';
import { PageQuery } from '../../forms/PageQuery';
import type { Member_memberFragment } from '../../gql/Member_member';
import type { ManagedOrganization_organizationFragment } from '../../gql/ManagedOrganization_organization';
import { ManageOrganizationPageDocument } from '../../gql/ManageOrganizationPage';
import { ViewerDocument } from '../../gql/Viewer';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { Page, Section } from '../../ui/Page';

/** An organization for those who act for it: what it tells of itself, and who may do what. */
export function ManageOrganizationPage() {
  return <SignedInOnly>{() => <LoadedOrganization />}</SignedInOnly>;
}

function LoadedOrganization() {
  const { slug = '' } = useParams();
  return (
    <PageQuery query={ManageOrganizationPageDocument} variables={{ slug }} pick={({ organization }) => organization}>
      {(organization, { renew }) =>
        organization.viewerRole || organization.viewerCanVerify ? (
          <ManageOrganization organization={organization} onChanged={() => void renew()} />
        ) : (
          <NotMember organization={organization} />
        )
      }
    </PageQuery>
  );
}

function NotMember({ organization: { name, slug } }: { organization: ManagedOrganization_organizationFragment }) {
  const { t } = useTranslation('organizations');
  return (
    <Page title={name} heading="hidden">
      <EmptyState title={t('notMember.title')} text={t('notMember.text', { organization: name })}>
        <ButtonLink to={`/o/${slug}`}>{t('notMember.public')}</ButtonLink>
      </EmptyState>
    </Page>
  );
}

type Acting =
  | { kind: 'invite' | 'details' | 'leave' }
  | { kind: 'member'; act: ActOnMember; member: Member_memberFragment };

interface Props {
  organization: ManagedOrganization_organizationFragment;
  onChanged: () => void;
}

function ManageOrganization({ organization, onChanged }: Props) {
  const { t } = useTranslation('organizations');
  const client = useApolloClient();
  const navigate = useNavigate();
  const [acting, setActing] = useState<Acting>();
  const [news, setNews] = useState<string>();
  const { slug, name, status, viewerRole, members, invitations } = organization;
  const isManager = viewerRole === 'MANAGER';
  const close = () => setActing(undefined);
  const done = (words: string) => {
    close();
    setNews(words);
    onChanged();
  };
  const gone = async () => {
    close();
    await client.refetchQueries({ include: [ViewerDocument] });
    await navigate('/organizations');
  };
  return (
    <Page
      title={name}
      eyebrow={
        <>
          <Link to="/organizations">{t('mine.title')}</Link> <StatusTag status={status} />
        </>
      }
    >
      <Stack gap={4}>
        <StatusNotice organization={organization} />
        <Outcome good={news} />
        {viewerRole && (
          <Row gap={3} rowGap={2}>
            <ButtonLink to="/projects">{t('manage.projects')}</ButtonLink>
            {status === 'VERIFIED' && (
              <ButtonLink to={`/o/${slug}`} variant="default">
                {t('manage.public')}
              </ButtonLink>
            )}
          </Row>
        )}
      </Stack>
      <Section
        title={t('details.title')}
        aside={
          isManager && (
            <Button variant="subtle" onClick={() => setActing({ kind: 'details' })}>
              {t('details.edit')}
            </Button>
          )
        }
      >
        <OrganizationFacts organization={organization} />
      </Section>
      <Section
        title={t('member.title', { count: members.totalCount })}
        aside={
          isManager && (
            <Button
              leftSection={<IconUserPlus size={20} aria-hidden="true" />}
              onClick={() => setActing({ kind: 'invite' })}
            >
              {t('invite.open')}
            </Button>
          )
        }
      >
        <p className="soft">{t('member.lead')}</p>
        <MemberList
          members={members.edges.map(({ node }) => node)}
          onAct={isManager ? (act, member) => setActing({ kind: 'member', act, member }) : undefined}
        />
        <FormerMembers slug={slug} />
      </Section>
      {isManager && invitations.edges.length > 0 && (
        <Section title={t('invitation.title')}>
          <InvitationList invitations={invitations.edges} onDone={done} />
        </Section>
      )}
      {viewerRole && (
        <Section title={t('leave.heading')}>
          <p>{t(isManager ? 'leave.manager' : 'leave.editor')}</p>
          <div>
            <Button variant="default" color="seal" onClick={() => setActing({ kind: 'leave' })}>
              {t('leave.action')}
            </Button>
          </div>
        </Section>
      )}
      {acting?.kind === 'invite' && <InviteDialog organization={organization} onClose={close} onDone={done} />}
      {acting?.kind === 'details' && <DetailsDialog organization={organization} onClose={close} onDone={done} />}
      {acting?.kind === 'leave' && (
        <LeaveDialog organization={organization} onClose={close} onLeft={() => void gone()} />
      )}
      {acting?.kind === 'member' && (
        <MemberDialog
          kind={acting.act}
          member={acting.member}
          onClose={close}
          onDone={(words, isGone) => (isGone ? void gone() : done(words))}
        />
      )}
    </Page>
  );
}
