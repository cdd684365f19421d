import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Chips } from '../../ui/Chips';
import { DateTime } from '../../ui/DateTime';
import { LoadMore } from '../../ui/LoadMore';
import { Tag } from '../../ui/Tag';
import classes from './SheetsDialog.module.css';
import type { KnownConflict } from './types';

interface Props {
  slug: string;
  timeZone: string;
  conflicts: readonly KnownConflict[];
}

const kinds = ['EMPLOYER', 'TEAM', 'ACTIVITY', 'REGION', 'MENTOR', 'DECLARED'] as const;
const step = 20;

/** Who must not mark what, and how it is known. */
export function ConflictList({ slug, timeZone, conflicts }: Props) {
  const { t } = useTranslation('panels');
  const [kind, setKind] = useState('');
  const [shown, setShown] = useState(step);
  if (conflicts.length === 0) return <p>{t('conflicts.none')}</p>;
  const byKind = Map.groupBy(conflicts, (one) => one.kind);
  const chosen = kinds.find((one) => one === kind);
  const listed = chosen ? (byKind.get(chosen) ?? []) : conflicts;
  return (
    <>
      <Chips
        label={t('conflicts.filter')}
        value={kind}
        choices={[
          { value: '', label: `${t('conflicts.all')} ${conflicts.length}` },
          ...kinds
            .filter((one) => byKind.has(one))
            .map((one) => ({ value: one, label: `${t(`conflicts.kinds.${one}`)} ${byKind.get(one)?.length ?? 0}` })),
        ]}
        onChange={(value) => {
          setKind(value);
          setShown(step);
        }}
      />
      <ul className={classes.sheets}>
        {listed.slice(0, shown).map(({ id, judge, entry, kind: known, note, recordedAt }) => (
          <li key={id} className={classes.sheet}>
            <p className={classes.words}>
              <b>{judge.code}</b> ·{' '}
              <Link to={`/c/${slug}/entries/${entry.number}`}>
                {t('entry', { number: entry.number, title: entry.title })}
              </Link>
              <span className={classes.about}>
                {judge.panelName} · <DateTime value={recordedAt} timeZone={timeZone} />
              </span>
              {note}
            </p>
            <span />
            <Tag>{t(`conflicts.kinds.${known}`)}</Tag>
          </li>
        ))}
      </ul>
      <LoadMore
        shown={Math.min(shown, listed.length)}
        total={listed.length}
        hasMore={shown < listed.length}
        isLoading={false}
        onMore={() => setShown((now) => now + step)}
      />
    </>
  );
}
