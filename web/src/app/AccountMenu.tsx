import { useClickOutside } from '@mantine/hooks';
import { IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { knownAs } from '../features/identity/known-as';
import { useSignOut } from '../features/identity/useSignOut';
import type { Viewer } from '../features/identity/useViewer';
import { ButtonLink } from '../ui/ButtonLink';
import { IconButton } from '../ui/IconButton';
import classes from './Layout.module.css';
import { useLastCompetition } from './useLastCompetition';
import type { RoleLink } from './useRoleLinks';

interface Props {
  viewer: Viewer | null;
  links: RoleLink[];
}

export function AccountMenu({ viewer, links }: Props) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const competition = useLastCompetition();
  const signOut = useSignOut();
  const close = () => setOpen(false);
  const ref = useClickOutside<HTMLDivElement>(close);

  if (!viewer) {
    const next = pathname === '/sign-in' ? '/' : pathname + search;
    return (
      <ButtonLink variant="subtle" px="xs" to={`/sign-in?next=${encodeURIComponent(next)}`}>
        {t('signIn')}
      </ButtonLink>
    );
  }
  return (
    <div className={classes.account} ref={ref} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <IconButton
        aria-expanded={isOpen}
        aria-controls="account-panel"
        aria-label={t('account', { name: viewer.name || knownAs(viewer) })}
        onClick={() => setOpen(!isOpen)}
      >
        <IconUserCircle size={24} />
      </IconButton>
      {isOpen && (
        <div className={classes.panel} id="account-panel">
          <p className={classes.who}>
            {viewer.name && <strong>{viewer.name}</strong>}
            {knownAs(viewer)}
          </p>
          {competition && (
            <NavLink to={`/c/${competition}/my-votes`} className={classes.navLink} onClick={close}>
              {t('nav.votes')}
            </NavLink>
          )}
          <NavLink to="/organizations" className={classes.navLink} onClick={close}>
            {t('nav.organizations')}
          </NavLink>
          {links.map(({ to, label }) => (
            <NavLink key={to} to={to} className={classes.navLink} onClick={close}>
              {label}
            </NavLink>
          ))}
          <button
            type="button"
            className={classes.navLink}
            onClick={() => {
              close();
              void signOut();
            }}
          >
            {t('signOut')}
          </button>
        </div>
      )}
    </div>
  );
}
