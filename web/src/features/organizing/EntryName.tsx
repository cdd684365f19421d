import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './Ranking.module.css';

interface Props {
  slug: string;
  entry: { number: number; title: string; organization: { name: string } | null };
}

/** Which entry it is: title, number, whose. */
export function EntryName({ slug, entry: { number, title, organization } }: Props) {
  const { t } = useTranslation('organizing');
  return (
    <>
      <Link to={`/c/${slug}/entries/${number}`}>{title}</Link>
      <span className={classes.organization}>
        {[t('ranking.number', { number }), organization?.name].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
