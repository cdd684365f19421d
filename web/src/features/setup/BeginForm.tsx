import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../forms/SelectField';
import { TextPair } from '../../forms/TextPair';
import { noTexts } from '../../forms/texts';
import { useAct } from '../../forms/useAct';
import { BeginCompetitionDocument } from '../../gql/BeginCompetition';
import { ViewerDocument } from '../../gql/Viewer';
import { SlugField } from './SlugField';
import { StartForm } from './StartForm';

interface Props {
  hosts: readonly { id: string; name: string }[];
  onBegun: (slug: string) => void;
}

/** Three words to begin with; all of them can be changed until it is opened. */
export function BeginForm({ hosts, onBegun }: Props) {
  const { t } = useTranslation('setup');
  const act = useAct(BeginCompetitionDocument, {
    shows: 'all',
    refetchQueries: [ViewerDocument],
    awaitRefetchQueries: true,
  });
  const [draft, setDraft] = useState({ name: noTexts, slug: '', hostId: hosts[0]?.id ?? '' });
  const submit = async () => {
    const done = await act.run(draft);
    if (done) onBegun(done.competition.slug);
  };
  return (
    <StartForm act={act} action={t('start.begin')} onSubmit={submit}>
      <TextPair
        label={t('basics.name')}
        texts={draft.name}
        path="name"
        errorAt={act.errorAt}
        isRequired
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <SlugField value={draft.slug} error={act.errorAt('slug')} onChange={(slug) => setDraft({ ...draft, slug })} />
      {hosts.length > 1 && (
        <SelectField
          label={t('basics.host')}
          value={draft.hostId}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(hostId) => setDraft({ ...draft, hostId })}
        />
      )}
    </StartForm>
  );
}
