import { limits } from '@laurel/schema/limits';
import { Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../forms/useAct';
import type { AttachmentList_attachmentFragment } from '../../gql/AttachmentList_attachment';
import { SetCaptionDocument } from '../../gql/SetCaption';
import { useLanguage } from '../../i18n/useLanguage';
import { sizeInWords } from '../../ui/text/file-size';
import { IconButton } from '../../ui/IconButton';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './AttachmentPicker.module.css';

interface Props {
  attachment: AttachmentList_attachmentFragment;
  isFirst: boolean;
  isLast: boolean;
  isCover: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One picture or document: what it shows, its place, and taking it off. */
export function AttachmentRow({ attachment, isFirst, isLast, isCover, onMove, onRemove }: Props) {
  const { t } = useTranslation('uploads');
  const language = useLanguage();
  const { id, name, purpose, size, url, thumbnailUrl, caption } = attachment;
  const own = language === 'en' ? 'en' : 'zh';
  const [text, setText] = useState(caption[own] ?? '');
  const act = useAct(SetCaptionDocument);
  const save = async () => {
    if (text.trim() === (caption[own] ?? '')) return;
    await act.run({ uploadId: id, caption: { zh: caption.zh, en: caption.en, [own]: text.trim() || null } });
  };
  return (
    <li className={classes.attachment}>
      <a className={classes.thumbnail} href={url} target="_blank" rel="noreferrer" aria-label={t('open', { name })}>
        {thumbnailUrl ? (
          <img src={thumbnailUrl} alt="" width={112} height={84} loading="lazy" decoding="async" />
        ) : (
          <IconFileText size={36} aria-hidden="true" />
        )}
      </a>
      <Stack gap={1}>
        <p className={classes.name}>{name}</p>
        <p className={classes.state}>
          {sizeInWords(size, language)}
          {isCover && ` · ${t('cover')}`}
        </p>
        <TextInput
          label={t('caption.label', { name })}
          classNames={{ label: 'visually-hidden' }}
          placeholder={t(`caption.placeholder.${purpose === 'PICTURE' ? 'PICTURE' : 'DOCUMENT'}`)}
          value={text}
          error={act.problem}
          maxLength={2 * limits.captionEn}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={() => void save()}
          onKeyDown={({ key }) => key === 'Enter' && void save()}
        />
      </Stack>
      <Row gap={1} justify="end" nowrap className={classes.moves}>
        <IconButton aria-label={t('move.up', { name })} disabled={isFirst} onClick={() => onMove(-1)}>
          <IconArrowUp size={20} aria-hidden="true" />
        </IconButton>
        <IconButton aria-label={t('move.down', { name })} disabled={isLast} onClick={() => onMove(1)}>
          <IconArrowDown size={20} aria-hidden="true" />
        </IconButton>
        <Button variant="subtle" size="compact-md" aria-label={t('removeNamed', { name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </Row>
    </li>
  );
}
