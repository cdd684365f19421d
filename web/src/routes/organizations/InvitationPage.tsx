import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { knownAs } from '../../features/identity/known-as';
import { useSignOut } from '../../features/identity/useSignOut';
import { useViewer } from '../../features/identity/useViewer';
import { useAct } from '../../features/organizations/useAct';
import { AcceptInvitationDocument } from '../../gql/AcceptInvitation';
import { InvitationPageDocument } from '../../gql/InvitationPage';
import { ViewerDocument } from '../../gql/Viewer';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/DateTime';
import { deviceZone } from '../../ui/device-zone';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import classes from './Organizations.module.css';

/** What the link in a letter leads to. Whoever is not signed in does that first and comes back here. */
export function InvitationPage() {
  const { t } = useTranslation('organizations');
  const { token = '' } = useParams();
  const client = useApolloClient();
  const { viewer, isLoading } = useViewer();
  const signOut = useSignOut();
  const { act, isBusy, problems } = useAct();
  const [joined, setJoined] = useState<{ slug: string; name: string }>();
  const [accept] = useMutation(AcceptInvitationDocument);
  const { data, error, refetch } = useQuery(InvitationPageDocument, { variables: { token } });
  if (!data || isLoading) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const letter = data.invitation;
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
    const done = await act(async () => (await accept({ variables: { input: { token } } })).data?.acceptInvitation);
    if (!done) return;
    setJoined(done.organization);
    await client.refetchQueries({ include: [ViewerDocument] });
  };
  return (
    <Page title={t('letter.heading', { organization })} width="reading">
      <div className={classes.form}>
        <p>
          {t('letter.role', { role: t(`role.${role}`) })} {t(`roleMeans.${role}`)}
        </p>
        <p className={classes.facts}>
          {t('letter.sentTo', { email: sentTo })} <DateTime value={expiresAt} timeZone={deviceZone} isDay />
        </p>
        <div role="alert">{problems.message && <Notice tone="trouble">{problems.message}</Notice>}</div>
        {viewer ? (
          <>
            <p>{t('letter.as', { who: knownAs(viewer) })}</p>
            <div className={classes.acts}>
              <Button loading={isBusy} onClick={() => void confirm()}>
                {t('letter.accept')}
              </Button>
              <Button variant="subtle" onClick={() => void signOut()}>
                {t('letter.otherAccount')}
              </Button>
            </div>
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
      </div>
    </Page>
  );
}
