import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/useLanguage';
import classes from './TextPair.module.css';
import type { Texts } from './texts';
import type { ErrorAt } from './useAct';

interface Props {
  /** Of the box in the reader's language. */
  id?: string;
  label: string;
  texts: Texts;
  path: string;
  errorAt: ErrorAt;
  /** Rows of a box that grows; a single line without. */
  rows?: number;
  isRequired?: boolean;
  onChange: (texts: Texts) => void;
}

/** The same text in both languages, the reader's first; one of them is enough. */
export function TextPair({ id, label, texts, path, errorAt, rows, isRequired = false, onChange }: Props) {
  const { t } = useTranslation();
  const order = useLanguage() === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  return (
    <div className={classes.pair}>
      {order.map((one, index) => {
        const box = {
          id: index === 0 ? id : undefined,
          label: t('inLanguage.label', { label, language: t(`inLanguage.${one}`) }),
          lang: one === 'zh' ? 'zh-CN' : 'en',
          autoComplete: 'off',
          value: texts[one],
          withAsterisk: isRequired && index === 0,
          // What is wrong with both, such as that neither is there, is said once.
          error: errorAt(`${path}.${one}`) ?? (index === 0 ? errorAt(path) : undefined),
          onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
            onChange({ ...texts, [one]: currentTarget.value }),
        };
        return rows ? (
          <Textarea key={one} {...box} autosize minRows={rows} maxRows={16} />
        ) : (
          <TextInput key={one} {...box} />
        );
      })}
    </div>
  );
}
