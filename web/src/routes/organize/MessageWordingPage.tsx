import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { WordingEditor, type WordingDraft } from '../../features/messages/WordingEditor';
import { WordingPreview } from '../../features/messages/WordingPreview';
import { kindIn, languageIn, languagesOf } from '../../features/messages/wordings';
import classes from '../../features/messages/Messages.module.css';
import { PageQuery } from '../../forms/PageQuery';
import { MessagesPageDocument } from '../../gql/MessagesPage';
import type { MessagesPage_competitionFragment } from '../../gql/MessagesPage_competition';
import { ResetMessageWordingDocument } from '../../gql/ResetMessageWording';
import { SaveMessageWordingDocument } from '../../gql/SaveMessageWording';
import type { Wording_wordingFragment } from '../../gql/Wording_wording';
import { useLanguage } from '../../i18n/useLanguage';
import { ActionBar } from '../../ui/ActionBar';
import { Chips } from '../../ui/Chips';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { useLeaveGuard } from '../../ui/device/useLeaveGuard';
import wizard from '../../ui/wizard/Wizard.module.css';
import { useSlug } from './organized';

/** How one kind of message is worded, in either language, with the mail beside it as it will be read. */
export function MessageWordingPage() {
  const slug = useSlug();
  const ownLanguage = useLanguage();
  const { kind = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const language = languageIn(search.get('language'), ownLanguage);
  return (
    <PageQuery
      query={MessagesPageDocument}
      variables={{ slug }}
      pick={({ competition }) => {
        const wording = competition?.messageDesk?.wordings.find(
          (one) => one.kind === kindIn(kind) && one.language === language,
        );
        return competition && wording && { competition, wording };
      }}
    >
      {({ competition, wording }, { renew }) => (
        <WordingForm
          key={`${wording.kind}/${language}`}
          competition={competition}
          wording={wording}
          onLanguage={(wanted) => setSearch({ language: wanted === 'EN' ? 'en' : 'zh' }, { replace: true })}
          onSaved={renew}
        />
      )}
    </PageQuery>
  );
}

interface Props {
  competition: MessagesPage_competitionFragment;
  wording: Wording_wordingFragment;
  onLanguage: (language: (typeof languagesOf)[number]) => void;
  onSaved: () => Promise<void>;
}

function WordingForm({ competition, wording, onLanguage, onSaved }: Props) {
  const { t } = useTranslation('messages');
  const { id: competitionId, slug } = competition;
  const { kind, language, isOwn } = wording;
  const stored: WordingDraft = { subject: wording.subject, body: wording.body };
  const [changed, setChanged] = useState<WordingDraft>();
  const draft = changed ?? stored;
  const hasChanges = draft.subject !== stored.subject || draft.body !== stored.body;
  const guard = useLeaveGuard(hasChanges);
  const [save, saving] = useMutation(SaveMessageWordingDocument);
  const [reset, resetting] = useMutation(ResetMessageWordingDocument);
  const [isAsking, setIsAsking] = useState(false);
  const [news, setNews] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [refused, setRefused] = useState<Record<string, string>>({});
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (news ?? problem) told.current?.scrollIntoView({ block: 'nearest' });
  }, [news, problem]);

  const begin = () => {
    setNews(undefined);
    setProblem(undefined);
    setRefused({});
  };
  const change = (next: WordingDraft) => {
    begin();
    setChanged(next);
  };
  const submit = async () => {
    begin();
    const input = { competitionId, kind, language, ...draft };
    const answer = await save({ variables: { input }, context: { staysOnPage: true } }).catch(() => undefined);
    const result = answer?.data?.saveMessageWording;
    switch (result?.__typename) {
      case 'SaveMessageWordingSuccess':
        await onSaved();
        setChanged(undefined);
        setNews(t('save.done'));
        return;
      case 'InvalidInputError':
        setRefused(Object.fromEntries(result.fields.map(({ path, message }) => [path, message])));
        setProblem(result.message);
        return;
      case 'UnknownPlaceholderError':
      case 'MissingPlaceholderError':
        setProblem(result.message);
        return;
      default:
        setProblem(t('save.network'));
    }
  };
  const takeBack = async () => {
    begin();
    const input = { competitionId, kind, language };
    const answer = await reset({ variables: { input }, context: { staysOnPage: true } }).catch(() => undefined);
    if (!answer?.data) {
      setProblem(t('save.network'));
    } else {
      await onSaved();
      setChanged(undefined);
      setNews(t('reset.done'));
    }
    setIsAsking(false);
  };

  return (
    <Page title={t(`kinds.${kind}`)} lead={t(`when.${kind}`)}>
      <Chips
        label={t('editor.language')}
        value={language}
        choices={languagesOf.map((value) => ({ value, label: t(`languages.${value}`) }))}
        onChange={(value) => guard.pass(() => onLanguage(value === 'EN' ? 'EN' : 'ZH_CN'))}
      />
      <div className={wizard.columns}>
        <div className={wizard.main}>
          <p>
            {t(isOwn ? 'editor.isOwn' : 'editor.isBuiltIn')}{' '}
            {isOwn && (
              <Button variant="subtle" onClick={() => setIsAsking(true)}>
                {t('reset.action')}
              </Button>
            )}
          </p>
          <WordingEditor wording={wording} draft={draft} errorAt={(field) => refused[field]} onChange={change} />
          <div ref={told}>
            <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
            <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
          </div>
        </div>
        <WordingPreview slug={slug} kind={kind} language={language} {...draft} />
      </div>
      <ActionBar label={t('save.label')}>
        <span className={classes.barState}>{hasChanges ? t('save.changed') : ''}</span>
        <span className={classes.barActions}>
          {hasChanges && (
            <Button variant="default" disabled={saving.loading} onClick={() => change(stored)}>
              {t('save.discard')}
            </Button>
          )}
          <Button loading={saving.loading} disabled={!hasChanges} onClick={() => void submit()}>
            {t('save.action')}
          </Button>
        </span>
      </ActionBar>
      <ConfirmDialog
        title={t('reset.title')}
        action={t('reset.action')}
        isOpen={isAsking}
        isBusy={resetting.loading}
        onConfirm={() => void takeBack()}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('reset.text')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t('leave.title')}
        action={t('leave.action')}
        isOpen={guard.isAsking}
        isBusy={false}
        onConfirm={guard.leave}
        onClose={guard.stay}
      >
        <p>{t('leave.text')}</p>
      </ConfirmDialog>
    </Page>
  );
}
