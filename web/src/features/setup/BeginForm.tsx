import { useMutation } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginCompetitionDocument } from '../../gql/BeginCompetition';
import { ViewerDocument } from '../../gql/Viewer';
import { Notice } from '../../ui/Notice';
import classes from './SetUp.module.css';
import { TextPair } from '../../forms/TextPair';
import { noTexts } from '../../forms/texts';
import { useSlugCheck } from './useSlugCheck';
import type { Answer } from './useStepForm';

interface Props {
  hosts: readonly { id: string; name: string }[];
  onBegun: (slug: string) => void;
}

/** Three words to begin with; all of them can be changed until it is opened. */
export function BeginForm({ hosts, onBegun }: Props) {
  const { t } = useTranslation('setup');
  const [begin, { loading }] = useMutation(BeginCompetitionDocument, {
    refetchQueries: [ViewerDocument],
    awaitRefetchQueries: true,
  });
  const [draft, setDraft] = useState({ name: noTexts, slug: '', hostId: hosts[0]?.id ?? '' });
  const [refused, setRefused] = useState<Answer>();
  const check = useSlugCheck(draft.slug);
  const errorAt = (path: string) => refused?.fields?.find((field) => field.path === path)?.message;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setRefused(undefined);
    const answer = await begin({ variables: { input: draft }, context: { staysOnPage: true } }).catch(() => undefined);
    const result = answer?.data?.beginCompetition;
    if (result?.__typename === 'BeginCompetitionSuccess') onBegun(result.competition.slug);
    else setRefused(result ?? { message: t('network') });
  };
  return (
    <form className={classes.fields} noValidate onSubmit={(event) => void submit(event)}>
      <TextPair
        label={t('basics.name')}
        texts={draft.name}
        path="name"
        errorAt={errorAt}
        isRequired
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <TextInput
        label={t('basics.slug')}
        description={t('basics.slugHelp', { address: `${location.host}/c/${draft.slug || 'jilin-2027'}` })}
        value={draft.slug}
        error={errorAt('slug') ?? check.error}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={({ currentTarget }) => setDraft({ ...draft, slug: currentTarget.value })}
      />
      {hosts.length > 1 && (
        <NativeSelect
          label={t('basics.host')}
          value={draft.hostId}
          data={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget }) => setDraft({ ...draft, hostId: currentTarget.value })}
        />
      )}
      <div role="alert">{refused?.message && <Notice tone="trouble">{refused.message}</Notice>}</div>
      <Button type="submit" loading={loading} className={classes.inStart}>
        {t('start.begin')}
      </Button>
    </form>
  );
}
