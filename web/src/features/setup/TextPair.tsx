import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './SetUp.module.css';
import type { Texts } from './texts';
import type { ErrorAt } from './useStepForm';

interface Props {
  label: string;
  texts: Texts;
  path: string;
  errorAt: ErrorAt;
  /** A box of so many rows, which grows; a single line without. */
  rows?: number;
  isRequired?: boolean;
  onChange: (texts: Texts) => void;
}

/** The same text in both languages, the reader's first; one of them is enough. */
export function TextPair({ label, texts, path, errorAt, rows, isRequired = false, onChange }: Props) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const order = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  return (
    <div className={classes.pair}>
      {order.map((one, index) => {
        const box = {
          label: t('inLanguage', { label, language: t(`languages.${one}`) }),
          lang: one === 'zh' ? 'zh-CN' : 'en',
          autoComplete: 'off',
          value: texts[one],
          withAsterisk: isRequired && index === 0,
          // What is wrong with both, such as that neither is there, is said once.
          error: errorAt(`${path}.${one}`) ?? (index === 0 ? errorAt(path) : undefined),
        };
        return rows ? (
          <Textarea
            key={one}
            {...box}
            autosize
            minRows={rows}
            maxRows={16}
            onChange={({ currentTarget }) => onChange({ ...texts, [one]: currentTarget.value })}
          />
        ) : (
          <TextInput
            key={one}
            {...box}
            onChange={({ currentTarget }) => onChange({ ...texts, [one]: currentTarget.value })}
          />
        );
      })}
    </div>
  );
}
