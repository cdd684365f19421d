import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { useViewer } from '../features/identity/useViewer';
import { Logo } from '../ui/Logo';
import { AccountMenu } from './AccountMenu';
import { LanguageSwitch } from './LanguageSwitch';
import classes from './Layout.module.css';
import { SchemeSwitch } from './SchemeSwitch';
import { useRoleLinks } from './useRoleLinks';

export function Header() {
  const { t } = useTranslation();
  const { viewer, isLoading } = useViewer();
  const links = useRoleLinks(viewer);
  return (
    <header className={classes.header}>
      <div className={classes.row}>
        <Link to="/" className={classes.brand} aria-label={t('homeLink')}>
          <Logo size={28} />
          {t('brand')}
        </Link>
        <nav className={classes.nav} aria-label={t('yourWork')}>
          {links.map(({ to, label }) => (
            <NavLink key={to} to={to} className={classes.navLink}>
              {label}
            </NavLink>
          ))}
        </nav>
        <LanguageSwitch />
        <SchemeSwitch />
        {!isLoading && <AccountMenu viewer={viewer} links={links} />}
      </div>
    </header>
  );
}
