import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import classes from './Criterion.module.css';
import type { ErrorAt } from './error-at';
import type { Texts } from './draft';

interface Props {
  /** Of the box in the reader's language. */
  id?: string;
  label: string;
  texts: Texts;
  path: string;
  errorAt: ErrorAt;
  isLong?: boolean;
  onChange: (texts: Texts) => void;
}

/** The same text in both languages, the reader's first; one of them is enough. */
export function TextPair({ id, label, texts, path, errorAt, isLong = false, onChange }: Props) {
  const { t } = useTranslation('rubric');
  const language = useLanguage();
  const order = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  return (
    <div className={classes.pair}>
      {order.map((one, index) => {
        const box = {
          id: index === 0 ? id : undefined,
          label: t('inLanguage', { label, language: t(`languages.${one}`) }),
          lang: one === 'zh' ? 'zh-CN' : 'en',
          autoComplete: 'off',
          value: texts[one],
          // What is wrong with both, such as that neither is there, is said once.
          error: errorAt(`${path}.${one}`) ?? (index === 0 ? errorAt(path) : undefined),
        };
        return isLong ? (
          <Textarea
            key={one}
            {...box}
            autosize
            minRows={2}
            maxRows={10}
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
