import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Chips } from '../../ui/Chips';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore, useSome } from '../../ui/LoadMore';
import { Tag } from '../../ui/Tag';
import type { KnownConflict } from './types';

interface Props {
  slug: string;
  timeZone: string;
  conflicts: readonly KnownConflict[];
}

const kinds = ['EMPLOYER', 'TEAM', 'ACTIVITY', 'REGION', 'MENTOR', 'DECLARED'] as const;

/** Who must not mark what, and how it is known. */
export function ConflictList({ slug, timeZone, conflicts }: Props) {
  const { t } = useTranslation('panels');
  const [kind, setKind] = useState('');
  const byKind = Map.groupBy(conflicts, (one) => one.kind);
  const chosen = kinds.find((one) => one === kind);
  const listed = chosen ? (byKind.get(chosen) ?? []) : conflicts;
  const { some, more } = useSome(listed);
  if (conflicts.length === 0) return <p>{t('conflicts.none')}</p>;
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
        onChange={setKind}
      />
      <Stack as="ul" className="lined">
        {some.map(({ id, judge, entry, kind: known, note, recordedAt }) => (
          <Row as="li" key={id} gap={4} rowGap={1}>
            <div className="grow">
              <p>
                <b>{judge.code}</b> ·{' '}
                <Link to={`/c/${slug}/entries/${entry.number}`}>
                  {t('entry', { number: entry.number, title: entry.title })}
                </Link>
              </p>
              <p className="faint small">
                {judge.panelName} · <DateTime value={recordedAt} timeZone={timeZone} />
              </p>
              {note && <p>{note}</p>}
            </div>
            <Tag>{t(`conflicts.kinds.${known}`)}</Tag>
          </Row>
        ))}
      </Stack>
      <LoadMore {...more} />
    </>
  );
}
