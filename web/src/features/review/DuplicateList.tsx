import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DuplicateList_entryFragment } from '../../gql/DuplicateList_entry';
import classes from './Review.module.css';

/** The likest say most. */
const shownAtOnce = 3;

const percent = (share: number) => Math.round(share * 100);

/** What looks like the same, the likest first, each a page to compare. */
export function DuplicateList({
  slug,
  entry,
}: {
  slug: string;
  entry: DuplicateList_entryFragment & { number: number };
}) {
  const { t } = useTranslation('review');
  const { duplicates } = entry;
  const listed = (some: typeof duplicates) => (
    <ul className={classes.duplicates}>
      {some.map(({ title, text, entry: other }) => (
        <li key={other.id}>
          <Link to={`/organize/${slug}/entries/${entry.number}/alike/${other.id}`}>
            {t('duplicates.one', { number: other.number, title: other.title })}
          </Link>
          <span className={classes.faint}>
            {t('duplicates.likeness', { title: percent(title), text: percent(text) })}
            {other.competition.slug !== slug &&
              ` · ${t('duplicates.earlier', { competition: other.competition.name })}`}
          </span>
        </li>
      ))}
    </ul>
  );
  const rest = duplicates.slice(shownAtOnce);
  return (
    <div>
      {listed(duplicates.slice(0, shownAtOnce))}
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>{t('duplicates.more', { count: rest.length })}</summary>
          {listed(rest)}
        </details>
      )}
    </div>
  );
}
