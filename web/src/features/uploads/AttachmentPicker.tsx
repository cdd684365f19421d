import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { uploadLimits } from '@laurel/schema/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AttachmentPicker_projectFragmentDoc,
  type AttachmentPicker_projectFragment,
} from '../../gql/AttachmentPicker_project';
import { useAct } from '../../forms/useAct';
import { OrderAttachmentsDocument } from '../../gql/OrderAttachments';
import { RemoveUploadDocument } from '../../gql/RemoveUpload';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import classes from './AttachmentPicker.module.css';
import { AttachmentRow } from './AttachmentRow';
import { DropZone } from './DropZone';
import { limitWords, readied } from './file-problem';
import { SendingList } from './SendingList';
import { useUploader } from './useUploader';

const purposes = ['PICTURE', 'DOCUMENT'] as const;
const most = { PICTURE: uploadLimits.pictures, DOCUMENT: uploadLimits.documents };

/** The pictures and documents of a project: bring, caption, order, remove. Everything is saved as it happens. */
export function AttachmentPicker({
  project,
}: {
  project: FragmentType<AttachmentPicker_projectFragment> & { id: string };
}) {
  const { t } = useTranslation('uploads');
  const { data, complete } = useFragment({
    fragment: AttachmentPicker_projectFragmentDoc,
    fragmentName: 'AttachmentPicker_project',
    from: project,
  });
  const { uploader, sending } = useUploader(project.id);
  const remove = useAct(RemoveUploadDocument);
  const order = useAct(OrderAttachmentsDocument);
  const [news, setNews] = useState<string>();
  if (!complete) return null;
  const { id, attachments } = data;

  const move = async (uploadId: string, by: -1 | 1) => {
    const moved = attachments.find((one) => one.id === uploadId);
    const alike = attachments.filter(({ purpose }) => purpose === moved?.purpose);
    const at = alike.findIndex((one) => one.id === uploadId);
    const other = alike[at + by];
    if (!moved || !other) return;
    const uploadIds = attachments.map((one) => (one === moved ? other.id : one === other ? moved.id : one.id));
    const done = await order.run({ projectId: id, uploadIds });
    if (done) setNews(t('move.done', { name: moved.name, place: at + by + 1 }));
  };

  const takeOff = async (one: { id: string; name: string }) => {
    if (await remove.run({ uploadId: one.id })) setNews(t('removed', { name: one.name }));
  };

  return (
    <Stack gap={8}>
      {purposes.map((purpose) => {
        const there = attachments.filter((one) => one.purpose === purpose);
        const coming = sending.filter((one) => one.purpose === purpose && one.state !== 'failed').length;
        const room = most[purpose] - there.length - coming;
        return (
          <Stack as="section" gap={3} key={purpose} aria-label={t(`kinds.${purpose}`)}>
            <Row as="h3" gap={4} align="baseline" justify="between" nowrap>
              {t(`kinds.${purpose}`)}
              <span className={classes.state}>{t('count', { count: there.length, most: most[purpose] })}</span>
            </Row>
            {there.length > 0 && (
              <Stack as="ul" gap={3}>
                {there.map((one, index) => (
                  <AttachmentRow
                    key={one.id}
                    attachment={one}
                    isFirst={index === 0}
                    isLast={index === there.length - 1}
                    isCover={purpose === 'PICTURE' && index === 0}
                    onMove={(by) => void move(one.id, by)}
                    onRemove={() => void takeOff(one)}
                  />
                ))}
              </Stack>
            )}
            <DropZone
              purpose={purpose}
              room={room}
              onFiles={(files) => {
                for (const [index, file] of files.entries()) {
                  const { name, problem } = readied(purpose, file);
                  const tooMany = index >= room ? t(`full.${purpose}`, limitWords) : null;
                  uploader.add(file, name, purpose, problem ? t(`problems.${problem}`, limitWords) : tooMany);
                }
              }}
            />
            <SendingList uploader={uploader} sending={sending.filter((one) => one.purpose === purpose)} />
          </Stack>
        );
      })}
      <Outcome trouble={order.problem ?? remove.problem} />
      <p role="status" className="visually-hidden">
        {news}
      </p>
    </Stack>
  );
}
