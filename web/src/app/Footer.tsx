import { useTranslation } from 'react-i18next';
import classes from './Layout.module.css';

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={classes.footer}>
      <div className={classes.footerRow}>
        <p>{t('footer.promise')}</p>
        <p>{t('footer.license')}</p>
      </div>
    </footer>
  );
}
