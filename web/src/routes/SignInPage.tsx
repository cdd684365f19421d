import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { SignInForm } from '../features/identity/SignInForm';
import { useViewer } from '../features/identity/useViewer';
import { ButtonLink } from '../ui/ButtonLink';
import { Page } from '../ui/Page';
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
  const next = safePath(search.get('next'));
  return (
    <Page title={t('title')} lead={t('lead')} width="reading">
      {viewer ? (
        <div className={classes.box}>
          <p>{t('alreadyIn', { email: viewer.email })}</p>
          <ButtonLink to={next}>{t('onward')}</ButtonLink>
        </div>
      ) : (
        <div className={classes.box}>
          <SignInForm onSignedIn={() => void navigate(next, { replace: true })} />
        </div>
      )}
      <p className={classes.privacy}>{t('privacy')}</p>
    </Page>
  );
}
