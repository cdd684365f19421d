import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { MessagePreviewDocument } from '../../gql/MessagePreview';
import type { Language, MessageKind } from '../../gql/types';
import { Notice } from '../../ui/Notice';
import { Preview } from '../../ui/wizard/Preview';
import classes from './Messages.module.css';

interface Props {
  slug: string;
  kind: MessageKind;
  language: Language;
  subject: string;
  body: string;
}

/** The mail as its reader gets it; the server fills in examples. */
export function WordingPreview({ slug, ...wording }: Props) {
  const { t } = useTranslation('messages');
  const [asked] = useDebouncedValue(wording, 300);
  const { data, previousData, error } = useQuery(MessagePreviewDocument, {
    variables: { slug, ...asked },
    fetchPolicy: 'no-cache',
    context: { staysOnPage: true },
  });
  const preview = (data ?? previousData)?.competition?.messageDesk?.preview;
  const isStale = !data || asked.subject !== wording.subject || asked.body !== wording.body;
  return (
    <Preview title={t('preview.title')} isStale={isStale}>
      <p className="soft small">{t('preview.help')}</p>
      {error && <Notice tone="trouble">{t('preview.network')}</Notice>}
      {preview && (
        <>
          <div role="status">
            {preview.problems.map((problem) => (
              <Notice key={problem} tone="trouble">
                {problem}
              </Notice>
            ))}
          </div>
          <div lang={wording.language === 'EN' ? 'en' : 'zh-CN'}>
            <p className={`strong anywhere ${classes.mailSubject}`}>{preview.subject}</p>
            <p className={`anywhere lines ${classes.mailText}`}>{preview.text}</p>
          </div>
        </>
      )}
    </Preview>
  );
}
