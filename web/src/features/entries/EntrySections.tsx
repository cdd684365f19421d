import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrySections_entryFragmentDoc, type EntrySections_entryFragment } from '../../gql/EntrySections_entry';
import { useLanguage } from '../../i18n/useLanguage';
import { Paragraphs } from '../../ui/Paragraphs';
import { formatMonth } from '../../ui/time';
import { useCurrentSection } from '../../ui/useCurrentSection';
import classes from './EntrySections.module.css';

export const sections = ['needs', 'goals', 'implementation', 'outcomes', 'features'] as const;

interface Props {
  entry: FragmentType<EntrySections_entryFragment>;
  /** What stands beside a section where there is room, and below it on a phone. */
  beside?: Partial<Record<(typeof sections)[number], ReactNode>>;
}

/** The five sections as they were handed in, in the language they were written in. */
export function EntrySections({ entry, beside = {} }: Props) {
  const { t } = useTranslation('entries');
  const reader = useLanguage();
  const { data, complete } = useFragment({ fragment: EntrySections_entryFragmentDoc, from: entry });
  if (!complete) return null;
  const language = data.language === 'EN' ? 'en' : 'zh-CN';
  return (
    <div className={classes.sections} data-wide={Object.keys(beside).length > 0 || undefined}>
      <p className={classes.summary}>{data.summary}</p>
      {(data.beneficiaries || data.startedOn) && (
        <dl className={classes.facts}>
          {data.beneficiaries && (
            <div>
              <dt>{t('beneficiaries')}</dt>
              <dd lang={language}>{data.beneficiaries}</dd>
            </div>
          )}
          {data.startedOn && (
            <div>
              <dt>{t('startedOn')}</dt>
              <dd>{formatMonth(data.startedOn, reader)}</dd>
            </div>
          )}
        </dl>
      )}
      {language !== reader && <p className={classes.note}>{t(`writtenIn.${data.language}`)}</p>}
      {sections.map((name, index) => (
        <section key={name} id={name} className={classes.section}>
          <h2>
            <span className={classes.ordinal} aria-hidden="true">
              {index + 1}
            </span>
            {t(`sections.${name}`)}
          </h2>
          {beside[name] ? (
            <div className={classes.pair}>
              <Paragraphs text={data[name]} lang={language} />
              <aside className={classes.beside}>{beside[name]}</aside>
            </div>
          ) : (
            <Paragraphs text={data[name]} lang={language} />
          )}
        </section>
      ))}
    </div>
  );
}

/** Where the sections are, and at which of them the reader is. */
export function EntryOutline() {
  const { t } = useTranslation('entries');
  const current = useCurrentSection(sections);
  return (
    <nav className={classes.outline} aria-label={t('outline')}>
      {sections.map((name) => (
        <a key={name} href={`#${name}`} aria-current={name === current || undefined}>
          {t(`sections.${name}`)}
        </a>
      ))}
      <a href="#evidence">{t('evidence.title')}</a>
    </nav>
  );
}
