import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../../forms/LineField';
import { SelectField } from '../../forms/SelectField';
import { useAct } from '../../forms/useAct';
import { CopyCompetitionDocument } from '../../gql/CopyCompetition';
import { ViewerDocument } from '../../gql/Viewer';
import { RadioChoices } from '../../ui/wizard/Choice';
import classes from './SetUp.module.css';
import { SlugField } from './SlugField';
import { StartForm } from './StartForm';

interface Props {
  competitions: readonly { id: string; slug: string; name: string }[];
  onBegun: (slug: string) => void;
}

/** jilin-2026 becomes jilin-2027; another address gets a number. */
const nextSlug = (slug: string): string => {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(slug)?.[0];
  return year ? slug.replace(year, `${Number(year) + 1}`) : `${slug}-2`;
};

/** Last year's competition, to the same dates of this year. */
export function CopyForm({ competitions, onBegun }: Props) {
  const { t } = useTranslation('setup');
  const act = useAct(CopyCompetitionDocument, {
    shows: 'all',
    refetchQueries: [ViewerDocument],
    awaitRefetchQueries: true,
  });
  const [first] = competitions;
  const [draft, setDraft] = useState({ competitionId: first?.id ?? '', slug: nextSlug(first?.slug ?? '') });
  const [by, setBy] = useState<'years' | 'days'>('years');
  const [days, setDays] = useState('364');
  const submit = async () => {
    const shift = by === 'years' ? { years: 1 } : { days: Math.trunc(Number(days)) || 0 };
    const done = await act.run({ ...draft, ...shift });
    if (done) onBegun(done.competition.slug);
  };
  return (
    <StartForm act={act} action={t('start.copy')} onSubmit={submit}>
      <SelectField
        label={t('start.original')}
        value={draft.competitionId}
        options={competitions.map(({ id, name, slug }) => ({ value: id, label: `${name} (${slug})` }))}
        onChange={(competitionId) => {
          const chosen = competitions.find(({ id }) => id === competitionId);
          if (chosen) setDraft({ competitionId, slug: nextSlug(chosen.slug) });
        }}
      />
      <SlugField value={draft.slug} error={act.errorAt('slug')} onChange={(slug) => setDraft({ ...draft, slug })} />
      <RadioChoices
        legend={t('start.dates')}
        name="shift"
        value={by}
        options={(['years', 'days'] as const).map((value) => ({
          value,
          title: t(`start.by.${value}`),
          text: t(`start.byText.${value}`),
        }))}
        onChange={setBy}
      />
      {by === 'days' && (
        <LineField
          label={t('start.days')}
          value={days}
          inputMode="numeric"
          className={classes.short}
          error={act.errorAt('days')}
          onChange={(text) => setDays(text.replaceAll(/[^\d-]/g, ''))}
        />
      )}
    </StartForm>
  );
}
