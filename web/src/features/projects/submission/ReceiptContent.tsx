import { useTranslation } from 'react-i18next';
import type { Receipt_entryFragment } from '../../../gql/Receipt_entry';
import { useLanguage } from '../../../i18n/useLanguage';
import { sizeInWords } from '../../../ui/text/file-size';
import { Stack } from '../../../ui/layout/Stack';
import classes from './ReceiptPanel.module.css';

type Receipt = Receipt_entryFragment['receipts']['edges'][number]['node'];

/** Everything that was handed in, as it was. */
export function ReceiptContent({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('receipts');
  const language = useLanguage();
  const { title, summary, facts, sections, answers, files } = receipt;
  const few = [{ name: t('title'), value: title }, ...facts];
  const long = [
    { key: 'summary', name: t('summary'), text: summary },
    ...sections,
    ...answers.map(({ key, prompt, value }) => ({ key: `answer/${key}`, name: prompt, text: value })),
  ];
  return (
    <Stack gap={5} padBlock={2}>
      <Stack as="dl" gap={2} className={classes.few}>
        {few.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </Stack>
      {long.map(({ key, name, text }) => (
        <section key={key}>
          <h4>{name}</h4>
          <p className="anywhere lines">{text || t('empty')}</p>
        </section>
      ))}
      {files.length > 0 && (
        <section>
          <h4>{t('files')}</h4>
          <Stack as="ul" gap={3} className={classes.files}>
            {files.map(({ name, caption, size, sha256 }, index) => (
              <li key={index}>
                {name}
                {size !== null && ` (${sizeInWords(size, language)})`}
                {caption && <span>{caption}</span>}
                <span className={classes.digits}>SHA-256 {sha256}</span>
              </li>
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}
