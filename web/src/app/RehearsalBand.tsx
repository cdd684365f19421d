import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../features/identity/useViewer';
import classes from './Layout.module.css';

/** On every page of a rehearsal: that nothing here is real. Nobody but its organizers ever sees it. */
export function RehearsalBand() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { viewer } = useViewer();
  const slug = /^\/(?:c|organize)\/([^/]+)/.exec(pathname)?.[1];
  const rehearsal = viewer?.organizes.find((competition) => competition.slug === slug && competition.isRehearsal);
  if (!rehearsal) return null;
  return (
    <p className={classes.rehearsal} role="note">
      {t('rehearsal.band')} <Link to={`/organize/${rehearsal.slug}/rehearsal`}>{t('rehearsal.lead')}</Link>
    </p>
  );
}
