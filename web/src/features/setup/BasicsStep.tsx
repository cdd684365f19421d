import { useMutation, useQuery } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RegionsInsideDocument } from '../../gql/RegionsInside';
import { SetCompetitionBasicsDocument } from '../../gql/SetCompetitionBasics';
import type { SetUp_competitionFragment } from '../../gql/SetUp_competition';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import { TextPair } from '../../forms/TextPair';
import { textsOf } from '../../forms/texts';
import { useSlugCheck } from './useSlugCheck';
import { useStepForm } from './useStepForm';

export type Host = SetUp_competitionFragment['host'];

export interface StepProps {
  competition: SetUp_competitionFragment;
  /** Asks for the competition as it is now; under another address if it has got one. */
  onSaved: (slug?: string) => Promise<void>;
  onNext: () => void;
}

/** What the competition is, whose it is, and where it stands on the web. */
export function BasicsStep({ competition, hosts, onSaved, onNext }: StepProps & { hosts: readonly Host[] }) {
  const { t } = useTranslation('setup');
  const [send] = useMutation(SetCompetitionBasicsDocument);
  const { id, slug, timeZone, host, region, openedAt } = competition;
  const saved = {
    name: textsOf(competition.nameTexts),
    tagline: textsOf(competition.taglineTexts),
    description: textsOf(competition.descriptionTexts),
    slug,
    hostId: host.id,
    regionId: region.id,
  };
  const form = useStepForm(`laurel.setup.${id}.basics`, saved, async (draft) => {
    const input = { competitionId: id, timeZone, ...draft };
    return (await send({ variables: { input }, context: { staysOnPage: true } })).data?.setCompetitionBasics;
  });
  const { draft, errorAt } = form;
  const change = (values: Partial<typeof saved>) => form.change({ ...draft, ...values });
  const all = hosts.some((one) => one.id === host.id) ? hosts : [host, ...hosts];
  const chosen = all.find((one) => one.id === draft.hostId) ?? host;
  const inside = useQuery(RegionsInsideDocument, { variables: { code: chosen.region.code } });
  const regions = [chosen.region, ...(inside.data?.regions.edges ?? []).map(({ node }) => node)];
  const check = useSlugCheck(draft.slug, slug);
  const known = regions.some((one) => one.id === draft.regionId) ? regions : [region, ...regions];
  return (
    <StepFrame form={form} onSaved={() => onSaved(draft.slug)} onNext={onNext}>
      <TextPair
        label={t('basics.name')}
        texts={draft.name}
        path="name"
        errorAt={errorAt}
        isRequired
        onChange={(name) => change({ name })}
      />
      <TextPair
        label={t('basics.tagline')}
        texts={draft.tagline}
        path="tagline"
        errorAt={errorAt}
        onChange={(tagline) => change({ tagline })}
      />
      <TextPair
        label={t('basics.description')}
        texts={draft.description}
        path="description"
        errorAt={errorAt}
        rows={4}
        onChange={(description) => change({ description })}
      />
      <fieldset className={classes.fields} disabled={openedAt !== null}>
        <TextInput
          label={t('basics.slug')}
          description={t('basics.slugHelp', { address: `${location.host}/c/${draft.slug}` })}
          value={draft.slug}
          error={errorAt('slug') ?? check.error}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => change({ slug: currentTarget.value })}
        />
        {check.free && (
          <p className={classes.good} role="status">
            {check.free}
          </p>
        )}
        <div className={classes.pair}>
          <NativeSelect
            label={t('basics.host')}
            value={draft.hostId}
            data={all.map((one) => ({ value: one.id, label: one.name }))}
            onChange={({ currentTarget }) => {
              const next = all.find((one) => one.id === currentTarget.value);
              if (next) change({ hostId: next.id, regionId: next.region.id });
            }}
          />
          <NativeSelect
            label={t('basics.region')}
            value={draft.regionId}
            error={errorAt('regionId')}
            data={known.map((one) => ({ value: one.id, label: one.name }))}
            onChange={({ currentTarget }) => change({ regionId: currentTarget.value })}
          />
        </div>
      </fieldset>
      {openedAt !== null && <p className={classes.help}>{t('basics.stands')}</p>}
    </StepFrame>
  );
}
