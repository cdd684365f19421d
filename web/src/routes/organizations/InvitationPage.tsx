import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { knownAs } from '../../features/identity/known-as';
import { useSignOut } from '../../features/identity/useSignOut';
import { useViewer } from '../../features/identity/useViewer';
import { PageQuery } from '../../forms/PageQuery';
import { useAct } from '../../forms/useAct';
import { AcceptInvitationDocument } from '../../gql/AcceptInvitation';
import { InvitationPageDocument, type InvitationPageQuery } from '../../gql/InvitationPage';
import { ViewerDocument } from '../../gql/Viewer';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/time/DateTime';
import { deviceZone } from '../../ui/time/device-zone';
import { EmptyState } from '../../ui/EmptyState';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';

/** Where the link in an invitation leads. A visitor signs in first and comes back here. */
export function InvitationPage() {
  const { token = '' } = useParams();
  const { isLoading } = useViewer();
  if (isLoading) return <PageSkeleton />;
  return (
    <PageQuery query={InvitationPageDocument} variables={{ token }} pick={(data) => data}>
      {({ invitation }) => <Invitation token={token} letter={invitation} />}
    </PageQuery>
  );
}

interface Props {
  token: string;
  letter: InvitationPageQuery['invitation'];
}

function Invitation({ token, letter }: Props) {
  const { t } = useTranslation('organizations');
  const client = useApolloClient();
  const { viewer } = useViewer();
  const signOut = useSignOut();
  const accept = useAct(AcceptInvitationDocument);
  const [joined, setJoined] = useState<{ slug: string; name: string }>();
  if (joined) {
    return (
      <Page title={t('letter.joined', { organization: joined.name })} heading="hidden">
        <EmptyState
          role="status"
          title={t('letter.joined', { organization: joined.name })}
          text={t('letter.joinedText')}
        >
          <ButtonLink to="/projects">{t('manage.projects')}</ButtonLink>
          <ButtonLink to={`/organizations/${joined.slug}`} variant="subtle">
            {t('letter.toOrganization')}
          </ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  if (letter?.status !== 'OPEN') {
    const status = letter?.status ?? 'UNKNOWN';
    return (
      <Page title={t('letter.title')} heading="hidden">
        <EmptyState title={t(`letter.closed.${status}`)} text={t(`letter.closedText.${status}`)}>
          <ButtonLink to="/organizations">{t('mine.title')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const { organizationName: organization, role, sentTo, expiresAt } = letter;
  const confirm = async () => {
    const done = await accept.run({ token });
    if (!done) return;
    setJoined(done.organization);
    await client.refetchQueries({ include: [ViewerDocument] });
  };
  return (
    <Page title={t('letter.heading', { organization })} width="reading">
      <Stack gap={6}>
        <p>
          {t('letter.role', { role: t(`role.${role}`) })} {t(`roleMeans.${role}`)}
        </p>
        <p className="soft">
          {t('letter.sentTo', { email: sentTo })} <DateTime value={expiresAt} timeZone={deviceZone} isDay />
        </p>
        <Outcome trouble={accept.problem} />
        {viewer ? (
          <>
            <p>{t('letter.as', { who: knownAs(viewer) })}</p>
            <Row gap={3} rowGap={2}>
              <Button loading={accept.isBusy} onClick={() => void confirm()}>
                {t('letter.accept')}
              </Button>
              <Button variant="subtle" onClick={() => void signOut()}>
                {t('letter.otherAccount')}
              </Button>
            </Row>
          </>
        ) : (
          <>
            <p>{t('letter.signInFirst')}</p>
            <div>
              <ButtonLink to={`/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}`}>
                {t('letter.signIn')}
              </ButtonLink>
            </div>
          </>
        )}
      </Stack>
    </Page>
  );
}
