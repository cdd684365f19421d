import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntrySections_entryFragmentDoc, type EntrySections_entryFragment } from '../../gql/EntrySections_entry';
import { useLanguage } from '../../i18n/useLanguage';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Paragraphs } from '../../ui/text/Paragraphs';
import { formatMonth } from '../../ui/time/time';
import { useCurrentSection } from '../../ui/device/useCurrentSection';
import classes from './EntrySections.module.css';

interface Props {
  entry: FragmentType<EntrySections_entryFragment>;
  /** What stands beside a section, by its key, where there is room, and below it on a phone. */
  beside?: Record<string, ReactNode>;
}

/** The sections as they were handed in, in the language they were written in. */
export function EntrySections({ entry, beside = {} }: Props) {
  const { t } = useTranslation('entries');
  const reader = useLanguage();
  const { data, complete } = useFragment({ fragment: EntrySections_entryFragmentDoc, from: entry });
  if (!complete) return null;
  const language = data.language === 'EN' ? 'en' : 'zh-CN';
  const files = new Map(
    data.attachments.map(({ question, name, url }) => [
      question,
      <a key={url} href={url} download>
        {name}
      </a>,
    ]),
  );
  return (
    <Stack gap={8} className={classes.sections} data-wide={Object.keys(beside).length > 0 || undefined}>
      <p className="soft large">{data.summary}</p>
      {(data.beneficiaries || data.startedOn || data.videoUrl) && (
        <Row as="dl" gap={12} rowGap={3} align="stretch" padBlock={3} className={classes.facts}>
          {data.beneficiaries && (
            <div>
              <dt>{t('beneficiaries')}</dt>
              <dd lang={language}>{data.beneficiaries}</dd>
            </div>
          )}
          {data.startedOn && (
            <div>
              <dt>{t('startedOn')}</dt>
              <dd>
                {formatMonth(data.startedOn, reader)}
                {data.endedOn && ` – ${formatMonth(data.endedOn, reader)}`}
              </dd>
            </div>
          )}
          {data.videoUrl && (
            <div>
              <dt>{t('video')}</dt>
              <dd>
                <a href={data.videoUrl} rel="noopener noreferrer nofollow ugc">
                  {new URL(data.videoUrl).hostname}
                </a>
              </dd>
            </div>
          )}
        </Row>
      )}
      {language !== reader && <p className="faint small">{t(`writtenIn.${data.language}`)}</p>}
      {data.sections.map(({ key, name, text }, index) => (
        <Stack as="section" gap={3} key={key} id={key} className={classes.section}>
          <h2>
            <span className="tabular gold" aria-hidden="true">
              {index + 1}
            </span>
            {name}
          </h2>
          {beside[key] ? (
            <Stack gap={6} className={classes.pair}>
              <Paragraphs text={text} lang={language} />
              <aside className={classes.beside}>{beside[key]}</aside>
            </Stack>
          ) : (
            <Paragraphs text={text} lang={language} />
          )}
        </Stack>
      ))}
      {data.answers.length > 0 && (
        <Stack as="section" gap={3} id="answers" className={classes.section}>
          <h2>{t('answers')}</h2>
          <Stack as="dl" gap={4} className={classes.answers}>
            {data.answers.map(({ key, prompt, kind, value }) => (
              <div key={key}>
                <dt>{prompt}</dt>
                <dd>{kind === 'FILE' ? files.get(key) : value}</dd>
              </div>
            ))}
          </Stack>
        </Stack>
      )}
    </Stack>
  );
}

/** Where the sections are, and at which of them the reader is. */
export function EntryOutline({ entry }: Pick<Props, 'entry'>) {
  const { t } = useTranslation('entries');
  const { data } = useFragment({ fragment: EntrySections_entryFragmentDoc, from: entry });
  const sections = data.sections?.map(({ key = '', name = '' }) => ({ key, name })) ?? [];
  const current = useCurrentSection(sections.map(({ key }) => key));
  return (
    <Row as="nav" gap={1} align="stretch" nowrap className={classes.outline} aria-label={t('outline')}>
      {sections.map(({ key, name }) => (
        <a key={key} href={`#${key}`} aria-current={key === current || undefined}>
          {name}
        </a>
      ))}
      <a href="#evidence">{t('evidence.title')}</a>
    </Row>
  );
}
