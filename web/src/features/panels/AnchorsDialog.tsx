import { useApolloClient, useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SetAnchorsDocument } from '../../gql/SetAnchors';
import { useLanguage } from '../../i18n/useLanguage';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { findEntries, numbersIn } from './entry-numbers';
import type { PanelStage } from './types';

interface Props {
  slug: string;
  stage: PanelStage;
  onClose: () => void;
  onDone: (news: string) => void;
}

const most = 5;

/** Sample entries that every judge of the stage marks first, so that their scales meet. */
export function AnchorsDialog({ slug, stage, onClose, onDone }: Props) {
  const { t } = useTranslation('panels');
  const client = useApolloClient();
  const list = new Intl.ListFormat(useLanguage());
  const [text, setText] = useState(() => (stage.anchors ?? []).map(({ number }) => number).join(', '));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [set] = useMutation(SetAnchorsDocument);
  const numbers = numbersIn(text);
  const isTooMany = (numbers?.length ?? 0) > most;

  const act = async () => {
    const { entryIds, unknown } = await findEntries(client, slug, numbers ?? []);
    if (unknown.length > 0) {
      setProblem(t('numbers.unknown', { count: unknown.length, numbers: list.format(unknown.map(String)) }));
      return;
    }
    const answer = await set({ variables: { input: { stageId: stage.id, entryIds } } });
    const result = answer.data?.setAnchors;
    switch (result?.__typename) {
      case 'SetAnchorsSuccess':
        onDone(t('anchors.done', { count: entryIds.length }));
        return;
      case 'AnchorsFrozenError':
      case 'TooManyAnchorsError':
        setProblem(result.message);
        return;
      default:
        setProblem(t('network'));
    }
  };
  const confirm = () => {
    setProblem(undefined);
    setBusy(true);
    act()
      .catch(() => setProblem(t('network')))
      .finally(() => setBusy(false));
  };

  return (
    <ConfirmDialog
      title={t('anchors.title', { stage: stage.name })}
      action={t('anchors.action')}
      isOpen
      isBusy={isBusy}
      isDisabled={!numbers || isTooMany}
      problem={problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('anchors.text')}</p>
      <TextInput
        label={t('numbers.label')}
        description={t('anchors.help')}
        value={text}
        error={numbers === null ? t('numbers.wrong') : isTooMany && t('numbers.tooMany', { count: most })}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
