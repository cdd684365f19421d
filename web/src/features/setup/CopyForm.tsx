import { useMutation } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyCompetitionDocument } from '../../gql/CopyCompetition';
import { ViewerDocument } from '../../gql/Viewer';
import { Notice } from '../../ui/Notice';
import { Choice, Choices } from '../../ui/wizard/Choice';
import classes from './SetUp.module.css';
import { useSlugCheck } from './useSlugCheck';
import type { Answer } from './useStepForm';

interface Props {
  competitions: readonly { id: string; slug: string; name: string }[];
  onBegun: (slug: string) => void;
}

/** jilin-2026 becomes jilin-2027; another address gets a number. */
export const nextSlug = (slug: string): string => {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(slug)?.[0];
  return year ? slug.replace(year, `${Number(year) + 1}`) : `${slug}-2`;
};

/** Last year's competition, to the same dates of this year. */
export function CopyForm({ competitions, onBegun }: Props) {
  const { t } = useTranslation('setup');
  const [copy, { loading }] = useMutation(CopyCompetitionDocument, {
    refetchQueries: [ViewerDocument],
    awaitRefetchQueries: true,
  });
  const [first] = competitions;
  const [draft, setDraft] = useState({ competitionId: first?.id ?? '', slug: nextSlug(first?.slug ?? '') });
  const [by, setBy] = useState<'years' | 'days'>('years');
  const [days, setDays] = useState('364');
  const [refused, setRefused] = useState<Answer>();
  const check = useSlugCheck(draft.slug);
  const errorAt = (path: string) => refused?.fields?.find((field) => field.path === path)?.message;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setRefused(undefined);
    const input = { ...draft, ...(by === 'years' ? { years: 1 } : { days: Math.trunc(Number(days)) || 0 }) };
    const answer = await copy({ variables: { input }, context: { staysOnPage: true } }).catch(() => undefined);
    const result = answer?.data?.copyCompetition;
    if (result?.__typename === 'CopyCompetitionSuccess') onBegun(result.competition.slug);
    else setRefused(result ?? { message: t('network') });
  };
  return (
    <form className={classes.fields} noValidate onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t('start.original')}
        value={draft.competitionId}
        data={competitions.map(({ id, name, slug }) => ({ value: id, label: `${name} (${slug})` }))}
        onChange={({ currentTarget }) => {
          const chosen = competitions.find(({ id }) => id === currentTarget.value);
          if (chosen) setDraft({ competitionId: chosen.id, slug: nextSlug(chosen.slug) });
        }}
      />
      <TextInput
        label={t('basics.slug')}
        description={t('basics.slugHelp', { address: `${location.host}/c/${draft.slug}` })}
        value={draft.slug}
        error={errorAt('slug') ?? check.error}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={({ currentTarget }) => setDraft({ ...draft, slug: currentTarget.value })}
      />
      <Choices legend={t('start.dates')}>
        {(['years', 'days'] as const).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="shift"
            value={one}
            isChosen={by === one}
            title={t(`start.by.${one}`)}
            text={t(`start.byText.${one}`)}
            onChange={() => setBy(one)}
          />
        ))}
      </Choices>
      {by === 'days' && (
        <TextInput
          label={t('start.days')}
          value={days}
          inputMode="numeric"
          className={classes.short}
          error={errorAt('days')}
          onChange={({ currentTarget }) => setDays(currentTarget.value.replaceAll(/[^\d-]/g, ''))}
        />
      )}
      <div role="alert">{refused?.message && <Notice tone="trouble">{refused.message}</Notice>}</div>
      <Button type="submit" loading={loading} className={classes.inStart}>
        {t('start.copy')}
      </Button>
    </form>
  );
}
