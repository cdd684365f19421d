import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { Chips } from '../../ui/Chips';
import { deviceTimeZone } from '../../ui/device/device';
import { formatTime } from '../../ui/time/time';
import classes from './RankingSection.module.css';

interface Props {
  /** A judging stage, or RESULT. */
  view: string;
  stages: readonly { kind: string; name: string }[];
  categories: readonly { key: string; name: string }[];
  categoryKey: string;
  readAt: number | undefined;
  isPushed: boolean;
  /** Submitted since the page was opened, wherever in the ranking. */
  newSheets: number;
  onView: (view: string) => void;
  onCategory: (key: string) => void;
}

/** Which ranking: of a stage or of all together, of a category or of all; and how fresh it is. */
export function RankingTop({ view, stages, categories, categoryKey, onView, onCategory, ...live }: Props) {
  const { t } = useTranslation('organizing');
  const language = useLanguage();
  const { readAt, isPushed, newSheets } = live;
  const time = readAt === undefined ? '' : formatTime(readAt, { language, timeZone: deviceTimeZone() });
  return (
    <>
      <Chips
        label={t('ranking.view')}
        value={view}
        choices={[
          ...stages.map(({ kind, name }) => ({ value: kind, label: name })),
          { value: 'RESULT', label: t('ranking.result') },
        ]}
        onChange={onView}
      />
      <div className={classes.top}>
        <NativeSelect
          label={t('ranking.category')}
          value={categoryKey}
          data={[
            { value: '', label: t('ranking.allCategories') },
            ...categories.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={({ currentTarget }) => onCategory(currentTarget.value)}
        />
        {readAt !== undefined && (
          <p className={classes.live} data-pushed={isPushed || undefined}>
            {t(isPushed ? 'ranking.pushed' : 'ranking.live', { time })}
            <span role="status">{newSheets > 0 && ` · ${t('ranking.newSheets', { count: newSheets })}`}</span>
          </p>
        )}
      </div>
    </>
  );
}
