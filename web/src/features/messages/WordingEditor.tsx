import { limits } from '@laurel/schema/limits';
import { TextInput, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wording_wordingFragment } from '../../gql/Wording_wording';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './Messages.module.css';
import { insertAt } from './wordings';

export interface WordingDraft {
  subject: string;
  body: string;
}

interface Props {
  wording: Wording_wordingFragment;
  draft: WordingDraft;
  errorAt: (field: 'subject' | 'body') => string | undefined;
  onChange: (draft: WordingDraft) => void;
}

/** Subject and body, and beside them the names that are filled in; a press puts one where the cursor was last. */
export function WordingEditor({ wording, draft, errorAt, onChange }: Props) {
  const { t } = useTranslation('messages');
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<'subject' | 'body'>('body');
  const lang = wording.language === 'EN' ? 'en' : 'zh-CN';

  const insert = (name: string) => {
    const field = last.current === 'subject' ? subject.current : body.current;
    const text = draft[last.current];
    const from = field?.selectionStart ?? text.length;
    const next = insertAt(text, from, field?.selectionEnd ?? from, name);
    onChange({ ...draft, [last.current]: next.text });
    // After the new text is in the field.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(next.cursor, next.cursor);
    });
  };

  return (
    <>
      <TextInput
        ref={subject}
        lang={lang}
        label={t('editor.subject')}
        maxLength={limits.mailSubject}
        value={draft.subject}
        error={errorAt('subject')}
        onFocus={() => (last.current = 'subject')}
        onChange={({ currentTarget }) => onChange({ ...draft, subject: currentTarget.value })}
      />
      <Textarea
        ref={body}
        lang={lang}
        label={t('editor.body')}
        description={t('editor.bodyHelp')}
        autosize
        minRows={10}
        maxLength={limits.mailBody}
        value={draft.body}
        error={errorAt('body')}
        onFocus={() => (last.current = 'body')}
        onChange={({ currentTarget }) => onChange({ ...draft, body: currentTarget.value })}
      />
      <section aria-labelledby="wording-placeholders">
        <h3 id="wording-placeholders">{t('editor.placeholders')}</h3>
        <p className="soft small">{t('editor.placeholdersHelp')}</p>
        <Stack as="ul" gap={2}>
          {wording.placeholders.map(({ name, meaning, isRequired }) => (
            <Row as="li" key={name} gap={3} rowGap={1}>
              <button
                type="button"
                className={classes.placeholder}
                aria-label={t('editor.insert', { name: `{${name}}` })}
                onClick={() => insert(name)}
              >
                {`{${name}}`}
              </button>
              <span className={`soft small ${classes.meaning}`}>{meaning}</span>
              {isRequired && <Tag>{t('editor.required')}</Tag>}
            </Row>
          ))}
        </Stack>
      </section>
    </>
  );
}
