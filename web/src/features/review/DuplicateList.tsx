import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DuplicateList_entryFragment } from '../../gql/DuplicateList_entry';
import { Stack } from '../../ui/layout/Stack';
import classes from './Review.module.css';

/** The most similar ones say most. */
const shownAtOnce = 3;

const percent = (share: number) => Math.round(share * 100);

/** Entries that look like copies, the most similar first, each with a link to the comparison. */
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
    <Stack as="ul" gap={1} className={classes.duplicates}>
      {some.map(({ title, text, entry: other }) => (
        <Stack as="li" key={other.id}>
          <Link to={`/organize/${slug}/entries/${entry.number}/alike/${other.id}`}>
            {t('duplicates.one', { number: other.number, title: other.title })}
          </Link>
          <span className="faint small">
            {t('duplicates.likeness', { title: percent(title), text: percent(text) })}
            {other.competition.slug !== slug &&
              ` · ${t('duplicates.earlier', { competition: other.competition.name })}`}
          </span>
        </Stack>
      ))}
    </Stack>
  );
  const rest = duplicates.slice(shownAtOnce);
  return (
    <div>
      {listed(duplicates.slice(0, shownAtOnce))}
      {rest.length > 0 && (
        <details>
          <summary className="strong">{t('duplicates.more', { count: rest.length })}</summary>
          {listed(rest)}
        </details>
      )}
    </div>
  );
}
