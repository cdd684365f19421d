import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../../i18n/useLanguage';
import { currentItem, navigationOf, type NavItem } from './navigation';
import classes from './OrganizerNav.module.css';
import type { Organized } from './today';

interface Props {
  slug: string;
  competition: Organized | undefined;
}

/** The way to every page of a competition, and how much waits there. */
export function OrganizerNav({ slug, competition }: Props) {
  const { t } = useTranslation('organizing');
  const { pathname } = useLocation();
  const { today, groups } = navigationOf(slug, competition);
  const current = currentItem([today, ...groups.flatMap(({ items }) => items)], pathname);
  return (
    <>
      <ItemLink item={today} isCurrent={current?.key === 'today'} />
      {groups.map(({ key, items }) => (
        <div key={key}>
          <h2 id={`nav-${key}`} className={classes.group}>
            {t(`nav.groups.${key}`)}
          </h2>
          <ul className={classes.items} aria-labelledby={`nav-${key}`}>
            {items.map((item) => (
              <li key={item.key}>
                <ItemLink item={item} isCurrent={item.key === current?.key} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function ItemLink({ item: { key, to, count }, isCurrent }: { item: NavItem; isCurrent: boolean }) {
  const { t } = useTranslation('organizing');
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <Link to={to} className={classes.item} aria-current={isCurrent ? 'page' : undefined}>
      {t(`nav.items.${key}`)}
      {count > 0 && (
        <span className={classes.count}>
          {number.format(count)}
          <span className="visually-hidden">{t('nav.waiting')}</span>
        </span>
      )}
    </Link>
  );
}
