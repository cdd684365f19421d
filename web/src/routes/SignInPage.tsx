import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { knownAs } from '../features/identity/known-as';
import { ProviderButtons } from '../features/identity/ProviderButtons';
import { SignInForm } from '../features/identity/SignInForm';
import { useViewer } from '../features/identity/useViewer';
import { SignInMethodsDocument } from '../gql/SignInMethods';
import { ButtonLink } from '../ui/ButtonLink';
import { Card } from '../ui/layout/Stack';
import { Page } from '../ui/Page';
import { TextSkeleton } from '../ui/Skeletons';
import classes from './SignInPage.module.css';

/** Only a path of this site: a link must not lead a person elsewhere after signing in. */
function safePath(next: string | null): string {
  // The browser drops tabs and line breaks, so what a path looks like is not yet where it leads.
  const url = next?.startsWith('/') ? URL.parse(next, window.location.origin) : null;
  const staysHere = url?.origin === window.location.origin && !url.pathname.startsWith('//');
  return staysHere ? `${url.pathname}${url.search}${url.hash}` : '/';
}

export function SignInPage() {
  const { t } = useTranslation('identity');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { viewer } = useViewer();
  const { data, error } = useQuery(SignInMethodsDocument);
  const next = safePath(search.get('next'));
  // A code by mail is always possible, also when we cannot learn what else is.
  const methods = data?.signInMethods ?? (error && { hasPhone: false, providers: [] });
  return (
    <Page title={t('title')} lead={t('lead')} width="reading">
      {viewer ? (
        <Card tone="raised" gap={4} pad={6} className={classes.box}>
          <p>{t('alreadyIn', { who: knownAs(viewer) })}</p>
          <ButtonLink to={next}>{t('onward')}</ButtonLink>
        </Card>
      ) : methods ? (
        <Card tone="raised" gap={4} pad={6} className={classes.box}>
          <SignInForm hasPhone={methods.hasPhone} onSignedIn={() => void navigate(next, { replace: true })} />
          <ProviderButtons providers={methods.providers} next={next} wasRefused={search.has('error')} />
        </Card>
      ) : (
        <Card tone="raised" gap={4} pad={6} className={classes.box}>
          <TextSkeleton />
        </Card>
      )}
      <p className={classes.privacy}>{t('privacy')}</p>
    </Page>
  );
}
