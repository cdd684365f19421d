import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EarlierWin_entryFragment } from '../../gql/EarlierWin_entry';
import { Notice } from '../../ui/Notice';

/** That the same work won first prize before; what follows from it is for the regulations to say. */
export function EarlierWin({ entry }: { entry: EarlierWin_entryFragment }) {
  const { t } = useTranslation('review');
  const { earlierWinner } = entry;
  if (!earlierWinner) return null;
  const { number, title, competition } = earlierWinner;
  return (
    <Notice tone="trouble">
      <p>{t('earlierWin.text', { competition: competition.name })}</p>
      <p>
        <Link to={`/c/${competition.slug}/entries/${number}`}>{t('duplicates.one', { number, title })}</Link>
      </p>
    </Notice>
  );
}
