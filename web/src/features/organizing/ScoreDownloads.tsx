import { useTranslation } from 'react-i18next';
import classes from './RankingSection.module.css';

const formats = ['xlsx', 'csv'] as const;

/** The scores of a judging stage as files, for those who must justify them. */
export function ScoreDownloads({ slug, stage }: { slug: string; stage: string }) {
  const { t } = useTranslation('organizing');
  return (
    <p className={classes.downloads}>
      {t('ranking.download')}
      {formats.map((format) => (
        <a
          key={format}
          href={`/api/exports/scores?${new URLSearchParams({ competition: slug, stage, format }).toString()}`}
          aria-label={`${t('ranking.download')} ${t('ranking.downloadAs', { format: format.toUpperCase() })}`}
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
