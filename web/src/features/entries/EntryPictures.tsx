import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EntryPictures_entryFragmentDoc, type EntryPictures_entryFragment } from '../../gql/EntryPictures_entry';
import { useLanguage } from '../../i18n/useLanguage';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import classes from './EntryPictures.module.css';

const megabyte = 1024 * 1024;

/** The pictures and documents an entry was handed in with: pictures to look at, documents to save. */
export function EntryPictures({ entry }: { entry: FragmentType<EntryPictures_entryFragment> }) {
  const { t } = useTranslation('entries');
  const language = useLanguage();
  const { data, complete } = useFragment({ fragment: EntryPictures_entryFragmentDoc, from: entry });
  if (!complete || data.attachments.length === 0) return null;
  const shown = data.attachments.filter(({ question }) => question === null);
  const pictures = shown.filter(({ purpose }) => purpose === 'PICTURE');
  const documents = shown.filter(({ purpose }) => purpose === 'DOCUMENT');
  const kilobytes = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const inWords = (bytes: number) =>
    bytes < megabyte ? `${kilobytes.format(Math.max(1, bytes / 1024))} kB` : `${megabytes.format(bytes / megabyte)} MB`;
  return (
    <Stack as="section" gap={3} id="attachments" className={classes.attachments} aria-labelledby="attachments-title">
      <h2 id="attachments-title">{t('attachments.title')}</h2>
      {pictures.length > 0 && (
        <Columns as="ul" min="15rem" gap={4} className={classes.pictures}>
          {pictures.map(({ id, url, thumbnailUrl, width, height, caption }, index) => (
            <li key={id}>
              <figure>
                <a href={url} target="_blank" rel="noreferrer">
                  <img
                    src={thumbnailUrl ?? url}
                    alt={caption || t('attachments.picture', { number: index + 1 })}
                    width={width ?? undefined}
                    height={height ?? undefined}
                    loading="lazy"
                    decoding="async"
                  />
                </a>
                {caption && <figcaption>{caption}</figcaption>}
              </figure>
            </li>
          ))}
        </Columns>
      )}
      {documents.length > 0 && (
        <Stack as="ul" className={classes.documents}>
          {documents.map(({ id, url, name, size: bytes, caption }) => (
            <li key={id}>
              <a href={url} download>
                {caption || name}
              </a>
              <span>
                {name.slice(name.lastIndexOf('.') + 1).toUpperCase()} · {inWords(bytes)}
              </span>
            </li>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
